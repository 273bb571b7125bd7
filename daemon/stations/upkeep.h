// SPDX-License-Identifier: MIT
// What the store needs once in a while: the daily backup, and the end of what may not be kept longer
// (requirement C24).
#pragma once

#include "daemon/stations/house.h"

namespace mentoring {

inline constexpr std::chrono::hours upkeep_every{1};
inline constexpr std::size_t erased_a_turn_max = 500;

// False, and nothing done, when the last time is less than `upkeep_every` ago. Throws StoreFailure.
bool keep_up(Store& store, const House& house, Instant now);

}
