// SPDX-License-Identifier: MIT
#include "workflow/reading/danger.h"

#include <algorithm>

#include "workflow/reading/passage.h"

namespace mentoring {

namespace {

constexpr std::size_t corrected_letters_min = 7;
constexpr std::size_t negation_reaches_words = 6;

// "I'm not suicidal": a negation shortly before, in the same clause.
bool is_negated(const Passage& passage, const Sign& sign) {
    const auto clause = std::find_if(passage.clauses.begin(), passage.clauses.end(), [&](const Clause& one) {
        return one.first <= sign.first && sign.first < one.last;
    });
    const auto clause_begin = clause == passage.clauses.end() ? 0 : clause->first;
    const auto reach = sign.first > negation_reaches_words ? sign.first - negation_reaches_words : 0;
    return passage.has(Sense::negation, std::max(clause_begin, reach), sign.first);
}

// A strong phrase on another matter ("suicide" beside "prevention", "grant", "my patient") alarms, but
// weakly.
bool is_of_the_trade(const Passage& passage, const Sign& sign) {
    for (const auto& sentence : passage.sentences)
        if (sentence.first <= sign.first && sign.first < sentence.last)
            return passage.has(Sense::business, sentence.first, sentence.last) &&
                   !passage.has(Sense::self_word, sentence.first, sentence.last);
    return false;
}

}

Danger danger_in(const Vocabulary& vocabulary, const FoldedText& text) {
    const auto all = [](const Meaning& meaning) { return meaning.sense != Sense::known; };
    const auto guarded = [](std::string_view word) { return word.size() < corrected_letters_min; };
    const auto passage = passage_of(vocabulary.danger, text, all, guarded);
    Danger gravest = Danger::none;
    for (const auto& sign : passage.signs) {
        if (sign.sense == Sense::weak) gravest = std::max(gravest, Danger::weak);
        if (sign.sense != Sense::strong) continue;
        const bool strong = !is_negated(passage, sign) && !is_of_the_trade(passage, sign);
        gravest = std::max(gravest, strong ? Danger::strong : Danger::weak);
    }
    return gravest;
}

}
