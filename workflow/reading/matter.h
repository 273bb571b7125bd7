// SPDX-License-Identifier: MIT
// What a phrase of an answer is about: the mentoring, or another matter (a dinner, an invoice, a meeting).
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/words.h"

namespace mentoring {

class Matter {
public:
    // By token: some table or fact knows it. What is referred to has to outlive this.
    Matter(const Vocabulary& words, const Passage& passage, const std::vector<char>& explained)
        : words_(words), passage_(passage), explained_(explained) {}

    // "Count me out for the dinner", "the status of my renewal".
    bool is_another(const Choice& choice, const Sign& sign, const Clause& clause) const;
    // "I agree with the first two points", "Tuesday is fine".
    bool is_in_part(const Choice& choice, const Sign& sign, const Clause& clause) const;

private:
    bool refuses_another(const Choice& choice, const Sign& sign, const Clause& clause) const;
    bool refuses_an_event(const Sign& sign) const;
    bool is_of_something_unknown(const Sign& sign, const Clause& clause, int most_worth) const;
    bool goes_on_to(const Sign& sign, std::size_t until,
                    const std::function<bool(const Meaning&)>& wanted) const;

    const Vocabulary& words_;
    const Passage& passage_;
    const std::vector<char>& explained_;
};

}
