// SPDX-License-Identifier: MIT
// The folded form of a text, by which words of several languages compare as bytes: case folded, accents
// stripped, full width made half, typographic quotes, dashes, ellipsis, blanks and ligatures made ASCII.
// Line ends stay. Bytes that are no valid UTF-8 become U+FFFD in `folded` and stay in `original`. One
// character may fold to eighteen: the folded form ends at folded_octets_max.
#pragma once

#include <cstddef>
#include <string_view>

#include "workflow/model/folded_text.h"

namespace mentoring {

inline constexpr std::size_t folded_octets_max = 2 * 1024 * 1024;

FoldedText fold(std::string_view utf8);

}
