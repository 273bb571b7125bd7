// SPDX-License-Identifier: MIT
#include "workflow/reading/speaker.h"

#include <algorithm>
#include <utility>

#include "workflow/reading/intents.h"

namespace mentoring {

Speaker::Speaker(const Vocabulary& words, const Passage& passage, std::vector<char> explained)
    : words_(words), passage_(passage), explained_(std::move(explained)) {
    last_self_ = last_places(words.answer, passage, Sense::self_word);
}

bool Speaker::is_another(const Choice& choice, const Sign& sign, const Clause& clause) const {
    return is_of_somebody_else(choice, sign, clause) || is_about_somebody_else(choice, sign, clause);
}

bool Speaker::hints_of_another(const Choice& choice, const Sign& sign, const Clause& clause) const {
    return choice.intent == "confirm" && sign.sense == Sense::hints &&
           last_self_[sign.last - 1] <= clause.first &&
           passage_.has(Sense::other_person, clause.first, sign.first);
}

// "My chief is swamped", "Dr. Hale is on leave", "she met with HR": not the writer.
bool Speaker::is_of_somebody_else(const Choice& choice, const Sign& sign, const Clause& clause) const {
    const auto& intent = choice.intent;
    const bool personal = intent == "accept" || intent == "decline" || intent == "pause" ||
                          intent == "withdraw" || intent == "new-mentor" || intent == "met";
    if (passage_.is_shouted(sign) || last_self_[sign.last - 1] > clause.first) return false;
    if (!personal)
        return commits(intent) || intent == "change" || intent == "object"
                   ? names_another(clause.first, sign.first)
                   : names_an_outsider(clause.first, sign.first);
    const bool titled = passage_.has(Sense::title, clause.first, sign.first) &&
                        !passage_.has(Sense::greeting, clause.first, sign.first);
    return titled || passage_.has(Sense::other_person, clause.first, sign.first);
}

// "my husband", "the chair", "my accountant" – but not "she".
bool Speaker::names_another(std::size_t first, std::size_t last) const {
    const auto signs = passage_.signs_in(first, last);
    const bool named = std::any_of(signs.begin(), signs.end(), [](const Sign& sign) {
        return sign.sense == Sense::other_person && (sign.value > 0 || sign.last - sign.first > 1);
    });
    for (auto at = first; !named && at + 1 < last; ++at)
        if (determines_unknown(at, 0, 1)) return true;
    return named;
}

// "her husband", "the dean", by the worth of the word before.
bool Speaker::determines_unknown(std::size_t at, int least, int most) const {
    const auto determines = [&](const Meaning& meaning) {
        return meaning.sense == Sense::possessive && meaning.value >= least && meaning.value <= most;
    };
    if (const auto person = passage_.sign_at(Sense::other_person, at)) return person->value > 0;
    return at + 1 < passage_.tokens.size() && passage_.tokens[at + 1].kind == Token::Kind::word &&
           !explained_[at + 1] && words_.answer.find(passage_.tokens, at, determines);
}

// "I met her" + "husband", "I met with" + "my accountant": the phrase goes on to somebody no table knows.
bool Speaker::is_about_somebody_else(const Choice& choice, const Sign& sign, const Clause& clause) const {
    if (sign.last >= clause.last || passage_.is_shouted(sign)) return false;
    const auto outsider = [](const Meaning& meaning) {
        return meaning.sense == Sense::other_person && meaning.value > 0;
    };
    if (determines_unknown(sign.last - 1, 1, 1) ||
        words_.answer.find(passage_.tokens, sign.last - 1, outsider))
        return true;
    // "a new mentor" + "for my son"
    if (choice.intent == "new-mentor" && words_.answer.find(passage_.tokens, sign.last, outsider))
        return true;
    if (choice.takes != Takes::meeting && choice.intent != "good") return false;
    const auto most = choice.takes == Takes::meeting ? 2 : 1;
    const bool preposition = passage_.has(Sense::plain, sign.last, sign.last + 1);
    return determines_unknown(sign.last, 0, most) ||
           (preposition && determines_unknown(sign.last + 1, 0, most));
}

// "A friend of mine is very happy": neither the writer nor whom the question is about.
bool Speaker::names_an_outsider(std::size_t first, std::size_t last) const {
    const auto signs = passage_.signs_in(first, last);
    return std::any_of(signs.begin(), signs.end(),
                       [](const Sign& sign) { return sign.sense == Sense::other_person && sign.value > 0; });
}

bool Speaker::names_only_another(const Clause& clause, std::size_t until) const {
    return passage_.has(Sense::other_person, clause.first, until) &&
           last_self_[std::max(until, clause.first + 1) - 1] <= clause.first;
}

}
