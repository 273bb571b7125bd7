// SPDX-License-Identifier: MIT
#include "workflow/reading/choice_clauses.h"

#include <algorithm>

namespace mentoring {

ChoiceClauses::ChoiceClauses(const Vocabulary& words, const Question& question, const Passage& passage,
                             const std::vector<Mention>& mentions)
    : words_(words),
      question_(question),
      passage_(passage),
      mentions_(mentions),
      explained_(passage.tokens.size(), 0) {
    for (const auto& sign : passage.signs)
        for (auto at = sign.first; at < sign.last; ++at) explained_[at] = 1;
    for (const auto& mention : mentions)
        for (auto at = mention.first; at < mention.last; ++at) explained_[at] = 1;
}

std::vector<Mention> ChoiceClauses::mentions_in(std::size_t first, std::size_t last) const {
    std::vector<Mention> found;
    for (const auto& mention : mentions_)
        if (first <= mention.first && mention.first < last) found.push_back(mention);
    return found;
}

bool ChoiceClauses::has(Sense sense, std::size_t first, std::size_t last) const {
    return passage_.has(sense, first, last);
}

bool ChoiceClauses::is_match(const Sign& sign, Sense sense) const {
    return sign.sense == sense && is_mentors_choice(words_.intents[static_cast<std::size_t>(sign.value)]);
}

bool ChoiceClauses::is_mentors_choice(const std::string& intent) const {
    return std::any_of(question_.choices.begin(), question_.choices.end(), [&](const Choice& choice) {
        return choice.intent == intent && choice.takes == Takes::mentors;
    });
}

bool ChoiceClauses::selects(Sense sense, std::size_t first, std::size_t last) const {
    const auto signs = passage_.signs_in(first, last);
    return std::any_of(signs.begin(), signs.end(), [&](const Sign& sign) { return is_match(sign, sense); });
}

bool ChoiceClauses::is_concessive(const Clause& clause) const {
    return passage_.has_valued(Sense::contrast, 1, clause.first, clause.first + 1);
}

std::size_t ChoiceClauses::unexplained(std::size_t first, std::size_t last) const {
    std::size_t count = 0;
    for (auto at = first; at < last; ++at)
        if (!explained_[at] && (passage_.tokens[at].kind == Token::Kind::word ||
                                passage_.tokens[at].kind == Token::Kind::number))
            ++count;
    return count;
}

// A capital inside a clause is a name that we do not know.
bool ChoiceClauses::has_unknown_name(std::size_t first, std::size_t last) const {
    for (auto at = first; at < last; ++at) {
        const auto& token = passage_.tokens[at];
        if (!explained_[at] && token.kind == Token::Kind::word && token.letters != Token::Letters::lower &&
            at > passage_.sentences[sentence_of(at)].first)
            return true;
    }
    return false;
}

std::size_t ChoiceClauses::sentence_of(std::size_t at) const {
    for (std::size_t i = 0; i < passage_.sentences.size(); ++i)
        if (at < passage_.sentences[i].last) return i;
    return passage_.sentences.size() - 1;
}

bool ChoiceClauses::is_affirmed(const Clause& clause) const {
    if (is_stressed_openly(clause))
        return !has_unknown_name(clause.first, clause.last) && !is_of_the_past(clause);
    if (!is_stressed(clause) && !has(Sense::polite, clause.first, clause.last) && is_remarked_upon(clause))
        return false;
    // "Bea was great last time" praises and does not choose.
    if (has(Sense::past_word, clause.first, clause.last)) return false;
    return unexplained(clause.first, clause.last) == 0 &&
           !has(Sense::evaluative, clause.first, clause.last) &&
           (is_short(clause) || selects(Sense::hints, clause.first, clause.last) ||
            has(Sense::yes, clause.first, clause.last));
}

// "Use Ada for this difficult case" – but "Ada can take the minutes" goes on with what she does: what follows
// has to be known.
bool ChoiceClauses::is_stressed_openly(const Clause& clause) const {
    const auto mentions = mentions_in(clause.first, clause.last);
    const auto signs = passage_.signs_in(clause.first, clause.last);
    return std::any_of(signs.begin(), signs.end(), [&](const Sign& sign) {
        if (!is_match(sign, Sense::command) && !is_match(sign, Sense::says)) return false;
        const bool behind = !mentions.empty() && sign.first >= mentions.back().last;
        return !behind || unexplained(sign.last, clause.last) == 0;
    });
}

// "Last time I chose Ada", "we matched her with Ada last year" – but "please take Ada as last year".
bool ChoiceClauses::is_of_the_past(const Clause& clause) const {
    const bool asks =
        has(Sense::polite, clause.first, clause.last) || selects(Sense::command, clause.first, clause.last);
    const auto signs = passage_.signs_in(clause.first, asks ? clause.first + 1 : clause.last);
    return std::any_of(signs.begin(), signs.end(), [](const Sign& sign) {
        return sign.sense == Sense::past_word && sign.last - sign.first > 1;
    });
}

// "Ada, Bea, Chloe - hard to choose!": a bare name beside words that are not about whom it names.
bool ChoiceClauses::is_remarked_upon(const Clause& clause) const {
    const auto [known, fresh] = remarked_.try_emplace(clause.sentence, false);
    if (fresh) known->second = has_remark(clause.sentence);
    return known->second;
}

bool ChoiceClauses::has_remark(std::size_t sentence) const {
    return std::any_of(passage_.clauses.begin(), passage_.clauses.end(), [&](const Clause& other) {
        return other.sentence == sentence && other.opening != ClauseOpening::because &&
               unexplained(other.first, other.last) > 0 && !has(Sense::topical, other.first, other.last) &&
               !has(Sense::greeting, other.first, other.last) &&
               !has(Sense::thanks, other.first, other.last) && mentions_in(other.first, other.last).empty();
    });
}

// "not Ada, Bea" refuses both or one; "not Ada, take Bea" does not.
bool ChoiceClauses::is_stressed(const Clause& clause) const {
    return selects(Sense::command, clause.first, clause.last) ||
           selects(Sense::says, clause.first, clause.last) || has(Sense::yes, clause.first, clause.last);
}

bool ChoiceClauses::praises(const Clause& clause) const {
    const auto mentions = mentions_in(clause.first, clause.last);
    if (mentions.empty()) return false;
    const auto before = mentions.front().first, behind = mentions.back().last;
    const bool bare = is_short(clause) && !selects(Sense::hints, clause.first, clause.last);
    return !bare && !has(Sense::yes, clause.first, before) && !has(Sense::yes, behind, clause.last) &&
           !has(Sense::polite, clause.first, clause.last) && !selects(Sense::command, clause.first, before) &&
           !selects(Sense::says, clause.first, before);
}

// Names, numbers and courtesies: no verb hides among so few plain words.
bool ChoiceClauses::is_short(const Clause& clause) const {
    const auto signs = passage_.signs_in(clause.first, clause.last);
    return std::all_of(signs.begin(), signs.end(), [&](const Sign& sign) {
        return std::any_of(signs.begin(), signs.end(),
                           [&](const Sign& same) { return same.first == sign.first && is_small(same); });
    });
}

bool ChoiceClauses::is_small(const Sign& sign) {
    switch (sign.sense) {
        case Sense::plain:
            return sign.value == 0;
        case Sense::polite:
        case Sense::permission:
        case Sense::joint:
        case Sense::title:
        case Sense::choice_noun:
        case Sense::number:
        case Sense::ordinal:
        case Sense::all_of:
        case Sense::thanks:
        case Sense::greeting:
        case Sense::day_first:
        case Sense::topical:
        case Sense::rather_than:
        case Sense::than:
        case Sense::negation:
        case Sense::contrast:
        case Sense::counted:
        case Sense::exclusion:
            return true;
        default:
            return false;
    }
}

bool ChoiceClauses::points_back(const Clause& clause) const {
    const auto whom_it_named = [](const Meaning& meaning) {
        return meaning.sense == Sense::points_back && meaning.value != the_line_above;
    };
    for (auto at = clause.first; at < clause.last; ++at)
        if (words_.answer.find(passage_.tokens, at, whom_it_named)) return true;
    return false;
}

}
