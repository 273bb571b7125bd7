// SPDX-License-Identifier: MIT
// A letter that did not arrive: refused by the relay, or returned by a later host. Its case hears of it, a
// dead address is written to no more, and what no case can mend is put to the manager.
#pragma once

#include "daemon/stations/desk.h"
#include "daemon/store/inbox.h"
#include "daemon/store/outbox.h"
#include "workflow/reading/bounce.h"

namespace mentoring {

// The relay's own refusal, inside the transaction of its verdict, which stands whatever becomes of this.
void take_refusal(Store& store, const House& house, const OutboxRow& letter, Instant now);

// A returned mail, inside the deciding transaction. What was ruled about it.
Ruling take_bounce(const Desk& desk, const Mail& mail, const Bounce& bounce);

}
