// SPDX-License-Identifier: MIT
// mentord legal-hold: stops the clocks that erase a case, and starts them again. Who asked for it, and why,
// stand in the journal of the case.
#pragma once

#include <string>

#include "daemon/commands/case.h"
#include "daemon/commands/invocation.h"

namespace mentoring {

inline constexpr std::size_t hold_text_octets_max = 200;

struct LegalHoldRequest {
    CaseRequest of;
    std::string by;
    std::string why;
    bool ends = false;
};

int legal_hold(const Invocation& invocation, const LegalHoldRequest& request);

}
