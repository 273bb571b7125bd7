// SPDX-License-Identifier: MIT
// How each word of the vocabulary behaves in prose: what denying it says, and which doubts beside it leave it
// standing.
#pragma once

#include <string_view>

#include "workflow/model/answer.h"

namespace mentoring {

// What can make a sentence doubtful.
enum DoubtBit : unsigned {
    doubt_negation = 1U << 0,  // something unknown is denied
    doubt_condition = 1U << 1,
    doubt_alternative = 1U << 2,
    doubt_postponement = 1U << 3,
    doubt_hedge = 1U << 4,
    doubt_correction = 1U << 5,
    doubt_mockery = 1U << 6,
    doubt_reported = 1U << 7,
    doubt_question = 1U << 8,
    doubt_exclusion = 1U << 9,
    doubt_contrast = 1U << 10,  // "but" with something unknown behind it
    doubt_receipt = 1U << 11,
    doubt_double_negation = 1U << 12,
    doubt_past = 1U << 13,       // how it was, not how it is
    doubt_elsewhere = 1U << 14,  // another matter is spoken of
    doubt_wish = 1U << 15,       // something is wanted, but not one of the choices
    doubt_limit = 1U << 16,      // "only", "after my": a condition where it stands beside an answer
    doubt_again = 1U << 17,      // "ask me again": puts off, or softens a refusal
};

constexpr unsigned any_condition = doubt_condition | doubt_limit;

// The phrase for the gravest of them, for the letter that asks back.
std::string_view doubt_phrase(unsigned doubts);

struct IntentCharacter {
    std::string_view intent;
    std::string_view denied;  // what the negated word says instead; empty: nothing
    unsigned bears = 0;       // doubts that do not touch it
    bool asks = false;        // is a question by its nature
    bool is_outweighed_by(std::string_view other) const;
};

// What would be hard to take back.
bool commits(std::string_view intent);

// What is believed only where every word beside it is known.
bool needs_plain_words(std::string_view intent);

IntentCharacter character_of(std::string_view intent);

// What a word says where its own answer is not offered: "let's close" confirms. Empty: nothing.
std::string_view stands_for(std::string_view intent);

// The choice that `question` offers by this word; null where it offers none.
const Choice* choice_named(const Question& question, std::string_view intent);

}
