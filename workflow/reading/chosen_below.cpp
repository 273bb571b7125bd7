// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>

#include "workflow/reading/chosen_mentors.h"

namespace mentoring {

namespace {

// Exactly one yes or no, and nothing beside it that the tables do not know as plain.
std::optional<bool> yes_or_no(const Passage& passage) {
    bool yes = false, no = false, points = false, other = false;
    std::vector<char> explained(passage.tokens.size(), 0);
    for (const auto& sign : passage.signs) {
        yes |= sign.sense == Sense::yes;
        points |= sign.sense == Sense::points_back && sign.value == the_line_above;
        no |= sign.sense == Sense::no || sign.sense == Sense::unfit;
        other |= sign.sense == Sense::condition || sign.sense == Sense::hedge ||
                 sign.sense == Sense::postponement || sign.sense == Sense::alternative ||
                 sign.sense == Sense::contrast;
        for (auto at = sign.first; at < sign.last; ++at) explained[at] = 1;
    }
    for (std::size_t at = 0; at < passage.tokens.size(); ++at)
        other |= (!explained[at] && passage.tokens[at].kind == Token::Kind::word && !no) ||
                 passage.tokens[at].text == "?";
    if (points && !no) yes = true;  // "this one"
    if (other || yes == no) return std::nullopt;
    return yes;
}

}

ChosenMentors chosen_below(const Vocabulary& words, const Fold& fold, const NamedPeople& people,
                           const std::vector<QuotedAnswer>& answers) {
    const auto all = [](const Meaning& meaning) { return meaning.sense != Sense::known; };
    const auto guarded = [&](std::string_view word) { return people.bears(word); };
    ChosenMentors result;
    for (const auto& pair : answers) {
        const auto asked = fold(pair.question), said = fold(pair.answer);
        const auto asked_passage = passage_of(words.answer, asked, all, guarded);
        std::vector<PersonId> meant;
        for (const auto& mention : people.mentions(asked_passage))
            if (mention.kind == Mention::Kind::one) meant.push_back(mention.person);
        if (meant.empty()) continue;
        const auto verdict = yes_or_no(passage_of(words.answer, said, all, guarded));
        const bool one =
            std::all_of(meant.begin(), meant.end(), [&](PersonId person) { return person == meant.front(); });
        if (!one || !verdict) {
            result.doubt = "an answer under a name that is neither yes nor no";
            continue;
        }
        result.named = true;
        if (*verdict) result.mentors.push_back(meant.front());
    }
    result.chosen = !result.mentors.empty();
    return result;
}

}
