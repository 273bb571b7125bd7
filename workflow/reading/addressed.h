// SPDX-License-Identifier: MIT
// Whom a mail greets. "Hi Jen, all good, see you at six" has gone astray: it decides nothing.
#pragma once

#include "workflow/model/answer.h"
#include "workflow/model/folded_text.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/words.h"

namespace mentoring {

// A given name at the head of the mail that none of those bears whom the question says it may greet. A name
// behind a title is left alone: who writes "Dear Dr. Hale" writes to an office.
bool greets_somebody_else(const Vocabulary& vocabulary, const Fold& fold, const Question& question,
                          const Passage& passage);

}
