// SPDX-License-Identifier: MIT
// Parts a passage into sentences and clauses. A full stop after a title, an initial, a month or a number at
// the beginning of a line ends nothing.
#pragma once

#include "workflow/reading/passage.h"

namespace mentoring {

// Fills passage.sentences and passage.clauses from its tokens and signs.
void split(Passage& passage);

}
