// SPDX-License-Identifier: MIT
// format=flowed (RFC 3676): lines that end in a blank go on in the next line of the same quote depth.
#pragma once

#include <string>
#include <string_view>

namespace mentoring {

enum class FlowedBlank { kept, dropped };  // DelSp=no, DelSp=yes

// `text` has LF line ends.
std::string unflowed(std::string_view text, FlowedBlank blank);

}
