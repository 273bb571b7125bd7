// SPDX-License-Identifier: MIT
// mentord held: mails that wait for a human, held or quarantined, with sender, time and reason. No word of
// them is shown; whose eyes are meant to be the president's alone stand there without their sender.
#pragma once

#include <cstdint>
#include <string>

#include "daemon/commands/invocation.h"

namespace mentoring {

struct HeldRequest {
    std::int64_t number = 0;  // as listed
    std::string reason = "dropped by the operator";
};

int held_list(const Invocation& invocation);
// Decided anew. Throws CannotGoOn where no such mail is held, or where its text is gone.
int held_release(const Invocation& invocation, const HeldRequest& request);
// Its text is erased for good; the row and the reason stay. What is kept for the president is not the
// operator's to drop.
int held_drop(const Invocation& invocation, const HeldRequest& request);

}
