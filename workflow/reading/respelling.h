// SPDX-License-Identifier: MIT
// How thumbs spell, and what is read instead: "im" as "I'm", "w" as "with".
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "workflow/model/folded_text.h"
#include "workflow/reading/tokens.h"

namespace mentoring {

class Respelling {
public:
    // False where `words` holds no word. `word` is folded.
    bool add(std::string_view word, const FoldedText& words);

    // Each word spelled so becomes the words meant, all in its place of the text. They point into this
    // object, which must outlive them.
    std::vector<Token> operator()(const std::vector<Token>& tokens) const;

private:
    const std::vector<std::string>* meant_by(const Token& token) const;

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>> meant_;
};

}
