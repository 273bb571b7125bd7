// SPDX-License-Identifier: MIT
#include "workflow/reading/courtesy.h"

#include <algorithm>

namespace mentoring {

namespace {

constexpr std::size_t vocative_words_max = 3;
constexpr std::size_t unknown_names_max = 4;
constexpr std::size_t telephone_digits_min = 7;

// How the tables know one word of a sentence.
struct WordKind {
    bool courtesy = false;  // greeting, thanks, farewell
    bool plain = false;     // or a title, or a plain word
    bool other = false;     // says something
    bool known = false;
};

bool says_nothing(Sense sense) {
    return sense == Sense::plain || sense == Sense::title || sense == Sense::topical ||
           sense == Sense::joint || sense == Sense::day_first || sense == Sense::per ||
           sense == Sense::evaluative || sense == Sense::counted;
}

void note(WordKind& kind, Sense sense) {
    const bool courtesy = sense == Sense::thanks || sense == Sense::greeting || sense == Sense::farewell;
    kind.known = true;
    kind.courtesy |= courtesy;
    kind.plain |= courtesy || sense == Sense::plain || sense == Sense::title;
    kind.other |= !courtesy && !says_nothing(sense);
}

// By token of the sentence.
std::vector<WordKind> kinds_in(const Passage& passage, const Sentence& sentence) {
    std::vector<WordKind> kinds(sentence.last - sentence.first);
    for (const auto& sign : passage.signs_in(sentence.first, sentence.last))
        for (auto at = sign.first; at < std::min(sign.last, sentence.last); ++at)
            note(kinds[at - sentence.first], sign.sense);
    return kinds;
}

bool is_telephone(const Passage& passage, const std::vector<char>& explained, const Sentence& sentence) {
    std::size_t digits = 0;
    for (auto at = sentence.first; at < sentence.last; ++at) {
        const auto& token = passage.tokens[at];
        if (token.kind == Token::Kind::number) digits += token.text.size();
        if (token.kind == Token::Kind::word && explained[at]) return false;
    }
    return digits >= telephone_digits_min && !passage.has(Sense::month, sentence.first, sentence.last);
}

}

bool is_courtesy(const Passage& passage, const std::vector<char>& explained, const std::vector<char>& covered,
                 const Sentence& sentence) {
    const auto kinds = kinds_in(passage, sentence);
    std::size_t unknown = 0;
    bool courtesy = false;
    for (auto at = sentence.first; at < sentence.last; ++at) {
        const auto& token = passage.tokens[at];
        const auto& kind = kinds[at - sentence.first];
        if (token.kind == Token::Kind::number) return is_telephone(passage, explained, sentence);
        if (token.kind == Token::Kind::symbol && kind.known && !kind.courtesy) return false;
        if (token.kind != Token::Kind::word) continue;
        courtesy |= kind.courtesy;
        if (kind.other || (covered[at] && !kind.known && !courtesy)) return false;
        if (kind.plain) continue;
        if (token.letters == Token::Letters::lower) return false;
        ++unknown;
    }
    return unknown <= unknown_names_max;
}

bool is_vocative(const Passage& passage, const std::vector<char>& explained, const Clause& clause) {
    std::size_t names = 0;
    for (auto at = clause.first; at < clause.last; ++at) {
        const auto& token = passage.tokens[at];
        if (token.kind == Token::Kind::number) return false;
        if (token.kind != Token::Kind::word) continue;
        if (passage.has(Sense::title, at, at + 1)) continue;
        if (explained[at] || token.letters == Token::Letters::lower) return false;
        ++names;
    }
    return names > 0 && names <= vocative_words_max;
}

}
