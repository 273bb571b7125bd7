// SPDX-License-Identifier: MIT
// Whom a clause that names persons speaks against: whom it denies, replaces, leaves out or finds unfit.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "workflow/reading/choice_clauses.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/persons.h"
#include "workflow/reading/words.h"

namespace mentoring {

// `mentions` are always those of the clause, never empty.
class ChoiceRefusals {
public:
    ChoiceRefusals(const Vocabulary& words, const Passage& passage, const ChoiceClauses& clauses)
        : words_(words), passage_(passage), clauses_(clauses) {}

    struct Verdict {
        bool refused = false;           // all whom the clause names
        std::size_t denied_from = 0;    // who is named from this token on; the clause's end: nobody
        std::size_t left_out_from = 0;  // likewise whom an exception leaves out of a group: among the denied
        std::string_view doubt;         // empty: none
    };
    Verdict about(const Clause& clause, const std::vector<Mention>& mentions) const;
    // Whether the clause refuses her, though not everybody it names.
    bool refuses_alone(const Clause& clause, const Mention& mention,
                       const std::vector<Mention>& mentions) const;
    // "Options 1 and 3: not selected.", "2, not!": a clause that names nobody denies the one before.
    bool denies_before(const Clause& clause) const;
    // "not Bea"
    bool is_directly_negated(const Mention& mention) const;

private:
    std::size_t denied_place(const Clause& clause, const std::vector<Mention>& mentions) const;
    std::vector<std::size_t> negations(const Clause& clause, const std::vector<Mention>& mentions,
                                       std::size_t until) const;
    bool opens_with_no(const Clause& clause) const;
    bool is_replaced(const Clause& clause, const Mention& mention,
                     const std::vector<Mention>& mentions) const;
    bool is_denied_alone(const Clause& clause, const Mention& mention,
                         const std::vector<Mention>& mentions) const;
    bool says_otherwise(const Clause& clause) const;
    bool joins(std::size_t at, const Clause& clause, const std::vector<Mention>& mentions) const;

    const Vocabulary& words_;
    const Passage& passage_;
    const ChoiceClauses& clauses_;
};

}
