// SPDX-License-Identifier: MIT
// Performs what was decided, inside the deciding transaction: the next case, its journal, its letters into
// the outbox, what is kept for the president, what changes of a person.
#pragma once

#include "daemon/stations/desk.h"
#include "workflow/model/effect.h"
#include "workflow/model/event.h"

namespace mentoring {

// One event of one case: advance and carry out. `mail` is what it came by, if it came by mail. The case's id.
CaseId take_event(const Desk& desk, const LoadedProgram& program, const Case& present, const Event& event,
                  InboxId mail = {});

}
