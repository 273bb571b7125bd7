// SPDX-License-Identifier: MIT
#include "workflow/reading/matter.h"

#include <algorithm>

namespace mentoring {

namespace {

constexpr std::size_t small_words_max = 2;
constexpr std::size_t matter_reaches_words = 4;
// Values of the word before a thing: "my", and up to "the".
constexpr int owned_by_the_writer = 0;
constexpr int any_article = 2;

}

bool Matter::is_another(const Choice& choice, const Sign& sign, const Clause& clause) const {
    if (passage_.is_shouted(sign)) return false;
    if (choice.intent == "status") return is_of_something_unknown(sign, clause, owned_by_the_writer);
    if (choice.intent == "change" && holds_its_command(words_.answer, passage_, sign) &&
        is_of_something_unknown(sign, clause, owned_by_the_writer))
        return true;
    if ((choice.intent == "object" || choice.intent == "decline") &&
        holds_its_command(words_.answer, passage_, sign) &&
        is_of_something_unknown(sign, clause, any_article))
        return true;
    const bool refuses = choice.intent == "decline" || choice.intent == "change" || choice.intent == "object";
    return refuses && refuses_another(choice, sign, clause);
}

// "I object to the parking fees", "Decline the 4 pm meeting for me."
bool Matter::refuses_another(const Choice& choice, const Sign& sign, const Clause& clause) const {
    if (choice.intent == "decline" && refuses_an_event(sign)) return true;
    const bool names_it =
        sign.sense != Sense::reason || passage_.has(Sense::within, sign.last, sign.last + 1);
    auto until = sign.last;
    const auto most = std::min(clause.last, sign.last + matter_reaches_words);
    while (until < most && (passage_.tokens[until].kind == Token::Kind::word ||
                            passage_.tokens[until].kind == Token::Kind::number))
        ++until;
    return names_it &&
           goes_on_to(sign, until, [](const Meaning& meaning) { return meaning.sense == Sense::elsewhere; });
}

// "I have no time to come to the dinner."
bool Matter::refuses_an_event(const Sign& sign) const {
    const auto event = [](const Meaning& meaning) {
        return meaning.sense == Sense::elsewhere && meaning.value == to_attend_it;
    };
    // "keine Zeit, zum Abendessen zu kommen": a comma parts them.
    return goes_on_to(sign, std::min(passage_.tokens.size(), sign.last + small_words_max), event);
}

// "the status of my renewal", "I object to the seating plan": a thing that no table knows.
bool Matter::is_of_something_unknown(const Sign& sign, const Clause& clause, int most_worth) const {
    const auto determines = [&](const Meaning& meaning) {
        return meaning.sense == Sense::possessive && meaning.value <= most_worth;
    };
    const auto until = std::min(clause.last, sign.last + small_words_max);
    for (auto at = sign.last; at < until; ++at)
        if (words_.answer.find(passage_.tokens, at, determines))
            return at + 1 < clause.last && passage_.tokens[at + 1].kind == Token::Kind::word &&
                   !explained_[at + 1];
    return false;
}

// A phrase that begins within the sign or behind it, and ends behind it.
bool Matter::goes_on_to(const Sign& sign, std::size_t until,
                        const std::function<bool(const Meaning&)>& wanted) const {
    for (auto at = sign.first; at < until; ++at)
        if (const auto found = words_.answer.find(passage_.tokens, at, wanted))
            if (at + found->length > sign.last) return true;
    return false;
}

bool Matter::is_in_part(const Choice& choice, const Sign& sign, const Clause& clause) const {
    const auto until = std::min(clause.last, sign.last + small_words_max + 1);
    return choice.intent == "agree" &&
           (passage_.has(Sense::ordinal, sign.last, until) || passage_.has(Sense::number, sign.last, until) ||
            passage_.has(Sense::weekday, clause.first, until));
}

}
