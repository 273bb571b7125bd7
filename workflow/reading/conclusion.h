// SPDX-License-Identifier: MIT
// The one answer that the sentences of a mail seem to give, and what stands against it: doubts that it does
// not bear, a day before or after which it does not hold, words that say more than is known.
#pragma once

#include <vector>

#include "workflow/reading/heard.h"

namespace mentoring {

// What is asked in a mail stands before what is answered.
bool question_comes_first(const std::vector<SentenceVotes>& sentences, const std::vector<Vote>& votes);

// `votes` are all for `choice`; empty where it is asked plainly. `doubts` are those of all sentences.
Answer concluded(const Heard& heard, const Choice& choice, const std::vector<Vote>& votes,
                 const std::vector<SentenceVotes>& sentences, unsigned doubts);

}
