// SPDX-License-Identifier: MIT
// Scores a set of replies, requests or words of danger (JSON lines): right, asked back though it was clear,
// wrong.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "workflow/reading/words.h"

namespace mentoring {

struct Tally {
    int right = 0, asked = 0, wrong = 0;
    int clear = 0, clear_right = 0;  // of the cases in which a careful secretary would act
};

struct RepliesScore {
    std::map<std::string, Tally> by_situation;
    Tally total;
    std::vector<std::string> failures;  // one line each: id, what was expected, what was read, the text
};

// The kind of a set is seen from its first line: "danger", "label" or "intent". Throws where a file cannot be
// read.
RepliesScore score_replies(const Vocabulary& vocabulary, const std::string& file);
// config/words of this checkout; throws upon any fault.
Vocabulary words_of_checkout();

}
