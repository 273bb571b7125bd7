// SPDX-License-Identifier: MIT
// all: a state that is left only when each named side has said yes. A side that proposed has said so.
#pragma once

#include "workflow/deciding/decision.h"
#include "workflow/deciding/moves.h"

namespace mentoring {

void take_assent(Decision& decision, const Move& move);

}
