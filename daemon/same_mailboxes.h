// SPDX-License-Identifier: MIT
// Which settings a reload may change: each mailbox has a connection of its own from start to end, so those
// that are new, gone, or reached in another way need a restart.
#pragma once

#include "daemon/settings/settings.h"
#include "workflow/model/fault.h"

namespace mentoring {

// One fault a mailbox that `read` does not reach as `running` does.
void refuse_other_mailboxes(const Settings& running, const Settings& read, Faults& faults);

}
