// SPDX-License-Identifier: MIT
// UNDO: while letters still rest the case goes back to where it was. What happened meanwhile happens to that
// earlier case too, so nothing that others said is lost with it.
#pragma once

#include "workflow/deciding/decision.h"
#include "workflow/model/event.h"

namespace mentoring {

// Whether the event is a clear UNDO of the program's; then it has been dealt with.
bool take_undo(Decision& decision, const Event& event);
// Keeps the earlier case as long as letters of this decision, or of that before it, rest.
void keep_for_undo(Decision& decision, const Event& event);

}
