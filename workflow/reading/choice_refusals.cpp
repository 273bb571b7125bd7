// SPDX-License-Identifier: MIT
#include "workflow/reading/choice_refusals.h"

#include <algorithm>

#include "workflow/reading/choice_doubts.h"

namespace mentoring {

ChoiceRefusals::Verdict ChoiceRefusals::about(const Clause& clause,
                                              const std::vector<Mention>& mentions) const {
    Verdict verdict;
    verdict.left_out_from = exception_in(passage_, clause, mentions);
    verdict.denied_from = std::min(denied_place(clause, mentions), verdict.left_out_from);
    const auto denials = negations(clause, mentions, verdict.denied_from);
    const auto before = static_cast<std::size_t>(std::count_if(
        denials.begin(), denials.end(), [&](std::size_t place) { return place < mentions.front().first; }));
    const auto after = denials.size() - before;
    const bool one_of_several = after == 1 && mentions.size() > 1;
    const bool directly =
        one_of_several && std::any_of(mentions.begin() + 1, mentions.end(),
                                      [&](const Mention& mention) { return is_directly_negated(mention); });
    if (denials.size() > 1) {
        verdict.doubt = "a double negation";
    } else if (one_of_several && !directly) {
        verdict.doubt = "it is not clear who is refused";
    }
    verdict.refused = before > 0 || opens_with_no(clause) || (after > 0 && !directly) ||
                      clauses_.has(Sense::unfit, clause.first, clause.last) || says_otherwise(clause);
    return verdict;
}

bool ChoiceRefusals::refuses_alone(const Clause& clause, const Mention& mention,
                                   const std::vector<Mention>& mentions) const {
    return is_replaced(clause, mention, mentions) || is_denied_alone(clause, mention, mentions);
}

bool ChoiceRefusals::denies_before(const Clause& clause) const {
    const auto& tokens = passage_.tokens;
    const bool behind_colon =
        clause.opening == ClauseOpening::mark && clause.first > 0 && tokens[clause.first - 1].text == ":";
    const bool alone = clause.first + 1 >= clause.last || tokens[clause.first + 1].kind == Token::Kind::mark;
    return clauses_.has(Sense::negation, clause.first, clause.last) && (behind_colon || alone);
}

bool ChoiceRefusals::is_directly_negated(const Mention& mention) const {
    return std::any_of(passage_.signs.begin(), passage_.signs.end(), [&](const Sign& sign) {
        return sign.last == mention.first && (sign.sense == Sense::negation || sign.sense == Sense::no);
    });
}

// Where "rather than" or "than" begins to speak of whom it does not want.
std::size_t ChoiceRefusals::denied_place(const Clause& clause, const std::vector<Mention>& mentions) const {
    const auto is_mentioned_at = [&](std::size_t at) {
        return std::any_of(mentions.begin(), mentions.end(),
                           [&](const Mention& mention) { return mention.first == at; });
    };
    auto place = place_of(passage_, clause, Sense::rather_than);
    for (const auto& sign : passage_.signs_in(mentions.front().last, clause.last))
        if (sign.sense == Sense::than && is_mentioned_at(sign.last)) place = std::min(place, sign.first);
    const bool between = mentions.front().first < place && place <= mentions.back().first;
    return between ? place : clause.last;
}

// Each place once; "neither Ada nor Bea" denies once; a "no" that opens the clause is not among them.
std::vector<std::size_t> ChoiceRefusals::negations(const Clause& clause, const std::vector<Mention>& mentions,
                                                   std::size_t until) const {
    std::vector<std::size_t> places;
    for (const auto& sign : passage_.signs_in(clause.first, clause.last)) {
        const bool negates =
            sign.sense == Sense::negation || (sign.sense == Sense::no && sign.first != clause.first);
        if (!negates || sign.first >= until || joins(sign.first, clause, mentions)) continue;
        if (!places.empty() &&
            (places.back() == sign.first || clauses_.has(Sense::negation_echo, sign.first, sign.first + 1)))
            continue;
        places.push_back(sign.first);
    }
    return places;
}

bool ChoiceRefusals::opens_with_no(const Clause& clause) const {
    return clauses_.has(Sense::no, clause.first, clause.first + 1) &&
           !clauses_.has(Sense::negation, clause.first, clause.first + 1);
}

// "Instead of Bea let's take Chloe", "someone with more time than these three": the first one named.
bool ChoiceRefusals::is_replaced(const Clause& clause, const Mention& mention,
                                 const std::vector<Mention>& mentions) const {
    if (mention.first != mentions.front().first) return false;
    const auto compared = passage_.signs_in(clause.first, mention.first);
    return place_of(passage_, clause, Sense::rather_than) < mention.first ||
           (is_of_a_group(mention, mentions) &&
            std::any_of(compared.begin(), compared.end(), [&](const Sign& sign) {
                return sign.sense == Sense::than && sign.last == mention.first;
            }));
}

// "Bea not Ada": only whom the negation stands directly before.
bool ChoiceRefusals::is_denied_alone(const Clause& clause, const Mention& mention,
                                     const std::vector<Mention>& mentions) const {
    if (mention.first == mentions.front().first) return false;
    const auto negation = place_of(passage_, clause, Sense::negation);
    if (negation < clause.last && joins(negation, clause, mentions)) return false;
    return negation > mentions.front().first && mention.first > negation;
}

// "I would rather not use Bea": the phrase of another answer.
bool ChoiceRefusals::says_otherwise(const Clause& clause) const {
    const auto signs = passage_.signs_in(clause.first, clause.last);
    const auto intent = [&](const Sign& sign) -> const std::string& {
        return words_.intents[static_cast<std::size_t>(sign.value)];
    };
    const auto chooses_at = [&](std::size_t at) {
        return std::any_of(signs.begin(), signs.end(), [&](const Sign& sign) {
            return sign.first == at && (sign.sense == Sense::says || sign.sense == Sense::hints) &&
                   clauses_.is_mentors_choice(intent(sign));
        });
    };
    return std::any_of(signs.begin(), signs.end(), [&](const Sign& sign) {
        const bool speaks =
            sign.sense == Sense::says || sign.sense == Sense::hints || sign.sense == Sense::reason;
        return speaks && intent(sign) == "decline" && !chooses_at(sign.first);
    });
}

// "Ada plus Chloe", "Ada, plus Chloe": a word that in another language denies.
bool ChoiceRefusals::joins(std::size_t at, const Clause& clause, const std::vector<Mention>& mentions) const {
    return clauses_.has(Sense::joint, at, at + 1) &&
           (at == clause.first || std::any_of(mentions.begin(), mentions.end(),
                                              [&](const Mention& mention) { return mention.last == at; }));
}

}
