// SPDX-License-Identifier: MIT
// A mail about a case from somebody who has a part in it: conversation or answer, which word of that step's
// vocabulary, how sure; then the event.
#pragma once

#include "daemon/stations/desk.h"
#include "daemon/stations/incoming.h"

namespace mentoring {

Ruling take_answer(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                   const Identified& who);

}
