// SPDX-License-Identifier: MIT
// A text beside its folded form: lower case, without accents, width and typographic variants, so that words
// of several languages compare as bytes. Folding itself is the daemon's work (ICU); the core only compares.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

struct FoldedText {
    std::string original;  // UTF-8
    std::string folded;    // ASCII where the script allows it, else folded UTF-8
    std::vector<std::uint32_t>
        origin;  // for each octet of `folded`, and one past its end: its offset in `original`
};

using Fold = std::function<FoldedText(std::string_view)>;

// The words of `original` that stand under [begin, end) of `folded`.
std::string_view original_between(const FoldedText& text, std::size_t begin, std::size_t end);

}
