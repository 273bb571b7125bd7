// SPDX-License-Identifier: MIT
// The numbers of a printed list that a text names: "2", "#2", "the second one", "two", "all three".
#pragma once

#include <cstddef>
#include <vector>

#include "workflow/reading/passage.h"

namespace mentoring {

struct CandidateNumber {
    int number = 0;                   // as written; may be one that was not printed
    std::size_t first = 0, last = 0;  // tokens
};

// A number that counts something ("2 mentors", "3 weeks"), belongs to a date or a time, or stands in a longer
// row of figures is none. "all three" of three gives three.
std::vector<CandidateNumber> candidate_numbers(const Passage& passage, std::size_t printed);

}
