// SPDX-License-Identifier: MIT
#include "workflow/reading/respelling.h"

namespace mentoring {

bool Respelling::add(std::string_view word, const FoldedText& words) {
    std::vector<std::string> meant;
    for (const auto& token : tokens_of(words))
        if (token.kind == Token::Kind::word) meant.emplace_back(token.text);
    if (meant.empty()) return false;
    meant_.insert_or_assign(std::string(word), std::move(meant));
    return true;
}

// "W." is an initial and "ID" a card; only longer words are shouted.
const std::vector<std::string>* Respelling::meant_by(const Token& token) const {
    constexpr std::size_t shouted_letters_min = 3;
    const bool initial = token.text.size() == 1 && token.letters != Token::Letters::lower;
    const bool shouted = token.letters == Token::Letters::upper && token.text.size() < shouted_letters_min;
    if (token.kind != Token::Kind::word || initial || shouted) return nullptr;
    const auto found = meant_.find(token.text);
    return found == meant_.end() ? nullptr : &found->second;
}

std::vector<Token> Respelling::operator()(const std::vector<Token>& tokens) const {
    std::vector<Token> read;
    read.reserve(tokens.size());
    for (const auto& token : tokens) {
        const auto* meant = meant_by(token);
        if (!meant) {
            read.push_back(token);
            continue;
        }
        for (const auto& each : *meant) {
            read.push_back(token);
            read.back().text = each;
            read.back().spaced = token.spaced && &each == &meant->front();
        }
    }
    return read;
}

}
