// SPDX-License-Identifier: MIT
// What a decision works with: the store inside its open transaction, the house, the present.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "daemon/stations/house.h"
#include "daemon/store/store.h"
#include "workflow/model/instant.h"
#include "workflow/model/surroundings.h"

namespace mentoring {

struct Desk {
    Store& store;
    const House& house;
    Instant now;
    std::vector<std::string>& alarms;  // for the second channel, raised after the commit; no words, no names
};

// Surroundings of a case with the programme's calendar set in. For letters about no case pass a fresh Case.
// `brought` are words of the mentee that the case does not hold yet.
Surroundings surroundings_of(const Desk& desk, const LoadedProgram& program, const Case& of,
                             std::string_view brought = {});
// Who acts for an office where no case is at stake: its holder, or whoever stands in. Nobody: PersonId{}.
PersonId acting_in(const Desk& desk, const LoadedProgram& program, std::string_view office);
// Today in the programme's zone.
Date today_of(const LoadedProgram& program, Instant instant);

}
