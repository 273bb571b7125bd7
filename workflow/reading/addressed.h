// SPDX-License-Identifier: MIT
// Whom a mail greets. "Hi Jen, all good, see you at six" has gone astray: it decides nothing.
#pragma once

#include "workflow/model/answer.h"
#include "workflow/model/folded_text.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/words.h"

namespace mentoring {

// A given name at the head of the mail that none of the people bears whom the question knows. A name behind a
// title is left alone: who writes "Dear Dr. Hale" writes to an office. Where the question says nothing of
// whom it may greet, neither does this.
bool greets_somebody_else(const Vocabulary& vocabulary, const Fold& fold, const Question& question,
                          const Passage& passage);

}
