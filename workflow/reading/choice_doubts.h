// SPDX-License-Identifier: MIT
// What makes a clause that names persons doubtful as a choice of them: alternatives, sequences, questions,
// another matter.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/persons.h"
#include "workflow/reading/words.h"

namespace mentoring {

// The first token of that sense in the clause; its end where there is none.
std::size_t place_of(const Passage& passage, const Clause& clause, Sense sense);

// "I know all three": one of several persons meant by the same words.
bool is_of_a_group(const Mention& mention, const std::vector<Mention>& mentions);

// Where "all of them except …" begins to name whom it leaves out; the clause's end where nothing does.
std::size_t exception_in(const Passage& passage, const Clause& clause, const std::vector<Mention>& mentions);

class ChoiceDoubts {
public:
    ChoiceDoubts(const Vocabulary& words, const Question& question, const Passage& passage)
        : words_(words), question_(question), passage_(passage) {}

    // `mentions` are those of the clause; `chosen_before`: somebody is affirmed already. Empty: none.
    std::string_view about(const Clause& clause, const std::vector<Mention>& mentions, bool chosen_before);
    // Whether a number and the name beside it, of all `mentions`, mean two persons.
    bool contradicts_itself(const std::vector<Mention>& mentions) const;
    // Whether a "no." may refuse the number before it: "1: no. 2: yes".
    bool answers_each() const;
    // "Thanks, Bea", "Love, Chloe": she is written to, or writes.
    bool is_thanked(const Mention& mention) const;

private:
    bool names_a_weekday(const Clause& clause) const;
    bool offers_alternative(const Clause& clause, std::size_t until) const;
    std::string_view alternatives(const Clause& clause, bool leaves_out) const;
    bool is_sequence(const Clause& clause, const std::vector<Mention>& mentions, bool chosen_before) const;
    bool is_thought_by_another(std::size_t first, std::size_t last) const;
    bool is_slashed(const std::vector<Mention>& mentions) const;
    bool is_ranged(const std::vector<Mention>& mentions) const;
    bool stand_side_by_side(const std::vector<Mention>& mentions, std::size_t at) const;
    bool is_greeted(const Clause& clause, const std::vector<Mention>& mentions) const;
    bool commands_both(const Clause& clause) const;
    bool asks_a_number(const std::vector<Mention>& mentions) const;

    const Vocabulary& words_;
    const Question& question_;
    const Passage& passage_;
    std::size_t looked_at_ = 0;  // sentence, and one
    bool elsewhere_ = false;     // it speaks of the association's other business
};

}
