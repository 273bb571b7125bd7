// SPDX-License-Identifier: MIT
// What a decision needs to know, read inside its transaction: everybody on the roster, the programme's
// offices, loads, how profiles match what the mentee wrote in this case and now (`brought`: the case has it
// only after the decision), and the mentors whose pairing in this case has ended. The calendar is the
// caller's to fill in.
#pragma once

#include <string_view>

#include "daemon/store/store.h"
#include "workflow/model/case.h"
#include "workflow/model/surroundings.h"

namespace mentoring {

Surroundings read_surroundings(Store& store, std::string_view program, const Case& of,
                               std::string_view brought = {});

}
