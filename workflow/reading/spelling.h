// SPDX-License-Identifier: MIT
// How far two folded words are apart: letters more, less, other, or two neighbours swapped, each counting
// one.
#pragma once

#include <string_view>

namespace mentoring {

// Words longer than spelling_letters_max octets, and distances above `most`, count as `most` + 1.
inline constexpr std::size_t spelling_letters_max = 40;
int spelling_distance(std::string_view left, std::string_view right, int most);

}
