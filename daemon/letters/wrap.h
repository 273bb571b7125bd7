// SPDX-License-Identifier: MIT
// A paragraph as lines of bounded width.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

// Stands for a blank at which no line ends; wrap writes a blank for it.
constexpr std::string_view unbreakable_blank = "\ue002";

// Breaks at blanks and at LF. A last or a short line takes over words of the line before it, so that no
// single word stands alone; a word longer than the width stands over.
std::vector<std::string> wrap(std::string_view paragraph, std::size_t columns_max);

}
