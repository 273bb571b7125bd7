// SPDX-License-Identifier: MIT
// What the sentences of a mail say together: their votes counted, their doubts weighed.
#pragma once

#include "workflow/reading/heard.h"

namespace mentoring {

Answer prose_answer(const Heard& heard);

}
