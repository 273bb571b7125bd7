// SPDX-License-Identifier: MIT
// The folded form of a text, by which words of several languages compare as bytes: case folded, accents
// stripped, full width made half, typographic quotes, dashes, ellipsis, blanks and ligatures made ASCII.
// Line ends stay. Bytes that are no valid UTF-8 become U+FFFD in `folded` and stay in `original`.
#pragma once

#include <string_view>

#include "workflow/model/folded_text.h"

namespace mentoring {

FoldedText fold(std::string_view utf8);

}
