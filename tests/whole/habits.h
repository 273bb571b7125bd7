// SPDX-License-Identifier: MIT
// People who answer by habit: each letter that lies in a mailbox gets the answer that most people give it.
#pragma once

#include "tests/whole/play.h"

namespace mentoring {

// Everybody to whom the daemon has written since then reads and answers, through the letters' links. How many
// answers were given.
int answer_by_habit(Play& play, Instant since);

}
