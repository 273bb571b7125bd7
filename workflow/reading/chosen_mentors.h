// SPDX-License-Identifier: MIT
// Whom a text chooses among the people it may name: those it affirms, less those it denies. Alternatives and
// sequences choose only as the explicit orders "1 OR 2" and "1 THEN 3".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/persons.h"
#include "workflow/reading/quoted_answer.h"
#include "workflow/reading/votes.h"
#include "workflow/reading/words.h"

namespace mentoring {

struct ChosenMentors {
    std::vector<PersonId> mentors;
    InvitationOrder order = InvitationOrder::together;
    bool chosen = false;                 // somebody is affirmed
    std::string doubt;                   // why it is not clear whom
    std::vector<std::size_t> sentences;  // that speak about persons
    bool named = false;                  // somebody is mentioned at all
};

ChosenMentors chosen_mentors(const Vocabulary& words, const Question& question, const Passage& passage,
                             const std::vector<Mention>& mentions);

// Yes and no, one under each quoted candidate.
ChosenMentors chosen_below(const Vocabulary& words, const Fold& fold, const NamedPeople& people,
                           const std::vector<QuotedAnswer>& answers);

}
