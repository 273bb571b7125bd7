// SPDX-License-Identifier: MIT
// mentord office: who holds which office of a programme, from when until when. A change takes effect through
// the daemon: what waits passes over, and the new holder gets one letter of it.
#pragma once

#include <string>

#include "daemon/commands/invocation.h"

namespace mentoring {

struct OfficeRequest {
    std::string program;  // empty: the only one
    std::string office;
    std::string person;  // a name
    std::string from;    // YYYY-MM-DD; empty: today
    std::string until;   // YYYY-MM-DD, her last day; empty: open, or for an end today
};

// Each throws CannotGoOn where the office, the person or a day is not known; nothing in the past is changed.
int office_list(const Invocation& invocation);
int office_give(const Invocation& invocation, const OfficeRequest& request);
int office_end(const Invocation& invocation, const OfficeRequest& request);

}
