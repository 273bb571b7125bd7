// SPDX-License-Identifier: MIT
// A person's words without the line ends that only her mail program put there.
#pragma once

#include <string>
#include <string_view>

namespace mentoring {

// A line that was broken because it was full goes on with the next by a blank: phones are narrower and other
// letters are quoted deeper than what she wrote on. Lists, quotes, short lines and paragraphs stay.
std::string unbroken(std::string_view words);

}
