// SPDX-License-Identifier: MIT
// A link that opens a new mail with address, subject and body filled in (RFC 6068). "+" is written %2B, which
// some clients would take for a blank; line ends are %0D%0A.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mentoring {

constexpr std::size_t mailto_octets_max = 1'500;

// Where the whole would be longer the body is left out, then the subject.
std::string mailto_link(std::string_view address, std::string_view subject, std::string_view body);

}
