// SPDX-License-Identifier: MIT
// A wait fell due: a reminder, a check-in, somebody else who takes over, silence that counts as an answer.
#pragma once

#include "workflow/deciding/decision.h"
#include "workflow/model/event.h"

namespace mentoring {

void fall_due(Decision& decision, const WaitDue& due);
// The state's wait that hands it to somebody else happens now.
void hand_over(Decision& decision, const Visit& visit, const AfterWait& row);
// She is away longer than the wait after which her deputy takes over: the deputy owns it at once.
void hand_over_while_away(Decision& decision, PersonId away, Date until);

}
