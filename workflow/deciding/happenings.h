// SPDX-License-Identifier: MIT
// What happens to a case without anybody answering: bounces, machines, danger, somebody gone, a change of
// office, the operator's hand.
#pragma once

#include "workflow/deciding/decision.h"
#include "workflow/model/event.h"

namespace mentoring {

void open(Decision& decision, const Opened& opened);
void take_bounce(Decision& decision, const LetterBounced& bounced);
void take_machine(Decision& decision, const MachineAnswered& machine);
void take_danger(Decision& decision, const DangerSeen& seen);
// Letters still rest: the two humans are asked whether they may go on. Expects `danger_rest` to name
// somebody.
void ask_whether_to_go_on(Decision& decision, const WaitDue& due);
void take_gone(Decision& decision, const PersonGone& gone);
void take_office(Decision& decision, const OfficeChanged& changed);
void move_by_hand(Decision& decision, const Moved& moved);

}
