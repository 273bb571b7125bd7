// SPDX-License-Identifier: MIT
#include "workflow/reading/danger.h"

#include <algorithm>

#include "workflow/reading/passage.h"

namespace mentoring {

namespace {

constexpr std::size_t corrected_letters_min = 7;
constexpr std::size_t negation_reaches_words = 6;
constexpr std::size_t beside_herself_words = 4;
constexpr int she_herself = 1;  // value of a self word: "I", "me", and not "my"

// "I'm not suicidal": a negation shortly before, in the same clause.
bool is_negated(const Passage& passage, const Sign& sign) {
    const auto after =
        std::upper_bound(passage.clauses.begin(), passage.clauses.end(), sign.first,
                         [](std::size_t token, const Clause& each) { return token < each.first; });
    const auto clause_begin = after == passage.clauses.begin() ? 0 : std::prev(after)->first;
    const auto reach = sign.first > negation_reaches_words ? sign.first - negation_reaches_words : 0;
    return passage.has(Sense::negation, std::max(clause_begin, reach), sign.first);
}

// A strong phrase on another matter ("suicide" beside "prevention", "grant", "my patient") alarms, but
// weakly.
bool is_of_the_trade(const Passage& passage, const Sentence& sentence) {
    return passage.has(Sense::business, sentence.first, sentence.last) &&
           !passage.has(Sense::self_word, sentence.first, sentence.last);
}

// "By then I will be dead", "he is coming to shoot me": a word of death beside the writer, in no phrase that
// is known to be harmless.
bool is_beside_herself(const Passage& passage, const Sentence& sentence, const Sign& grave) {
    const auto first = std::max(sentence.first, grave.first - std::min(grave.first, beside_herself_words));
    const auto last = std::min(sentence.last, grave.last + beside_herself_words);
    const auto beside = passage.signs_in(first, last);
    return std::any_of(beside.begin(), beside.end(), [](const Sign& sign) {
        return sign.sense == Sense::self_word && sign.value == she_herself;
    });
}

Danger danger_in(const Passage& passage, const Sentence& sentence) {
    Danger gravest = Danger::none;
    for (const auto& sign : passage.signs_in(sentence.first, sentence.last)) {
        if (sign.sense == Sense::grave && is_beside_herself(passage, sentence, sign)) return Danger::strong;
        const bool strong = sign.sense == Sense::strong && !is_negated(passage, sign);
        if (strong) return is_of_the_trade(passage, sentence) ? Danger::weak : Danger::strong;
        if (sign.sense == Sense::weak || sign.sense == Sense::strong) gravest = Danger::weak;
    }
    return gravest;
}

Passage passage_of_danger(const Vocabulary& vocabulary, const FoldedText& text) {
    const auto all = [](const Meaning& meaning) { return meaning.sense != Sense::known; };
    const auto guarded = [](std::string_view word) { return word.size() < corrected_letters_min; };
    return passage_of(vocabulary.danger, text, all, guarded);
}

}

Danger danger_in(const Vocabulary& vocabulary, const FoldedText& text) {
    const auto passage = passage_of_danger(vocabulary, text);
    Danger gravest = Danger::none;
    for (const auto& sentence : passage.sentences) gravest = std::max(gravest, danger_in(passage, sentence));
    return gravest;
}

std::string without_danger(const Vocabulary& vocabulary, const FoldedText& text) {
    const auto passage = passage_of_danger(vocabulary, text);
    std::string harmless;
    for (const auto& sentence : passage.sentences) {
        if (sentence.first == sentence.last || danger_in(passage, sentence) != Danger::none) continue;
        harmless += original_between(text, passage.tokens[sentence.first].begin,
                                     passage.tokens[sentence.last - 1].end);
        harmless += '\n';
    }
    return harmless;
}

}
