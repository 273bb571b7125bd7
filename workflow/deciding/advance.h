// SPDX-License-Identifier: MIT
// The one door of the functional core: what follows from one event in one case. Total: each event has an
// answer in each state, at worst an unchanged case and a letter that says what may be answered now. It
// performs nothing; the letters it orders still need their fields (workflow/writing/fields) and the outbox.
//
// The decision number of the next case is that of this one plus one, waits included. Every letter has passed
// the audience gate (workflow/deciding/audience). An event that changes nothing at all (a wait that is not
// due any more) gives the same case, with the same decision number and no effects.
#pragma once

#include "workflow/model/case.h"
#include "workflow/model/effect.h"
#include "workflow/model/event.h"
#include "workflow/model/instant.h"
#include "workflow/model/program.h"
#include "workflow/model/surroundings.h"

namespace mentoring {

// For `Opened` the case is a fresh one: Case{} with the id and the program's name.
Step advance(const Program& program, const Case& present, const Surroundings& surroundings,
             const Event& event, Instant now);

}
