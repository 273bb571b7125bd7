// SPDX-License-Identifier: MIT
// A folded text as a run of words, numbers, marks and line ends. An apostrophe or hyphen between two letters
// parts two words and is no token itself: "don't" is "don" "t", "check-in" is "check" "in".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "workflow/model/folded_text.h"

namespace mentoring {

struct Token {
    enum class Kind : std::uint8_t {
        word,
        number,
        mark,       // one punctuation character
        symbol,     // one emoji, star or the like
        line,       // a line end
        paragraph,  // a blank line
    };
    enum class Letters : std::uint8_t {
        lower,
        capital,
        upper
    };  // "yes", "Yes", "YES"; one letter "A" is capital
    Kind kind = Kind::word;
    Letters letters = Letters::lower;  // as originally written
    bool accented = false;             // folding took something away: "sí"
    bool spaced = false;               // a blank or line end stands directly before it
    std::uint32_t begin = 0, end = 0;  // in the folded text
    std::string_view text;             // of the folded text
};

inline bool is_line_end(const Token& token) {
    return token.kind == Token::Kind::line || token.kind == Token::Kind::paragraph;
}

inline constexpr std::size_t tokens_max = 4096;

// At most tokens_max; what follows is not read. The views point into `text`, which must outlive them.
std::vector<Token> tokens_of(const FoldedText& text);

}
