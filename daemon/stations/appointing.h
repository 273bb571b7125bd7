// SPDX-License-Identifier: MIT
// Who holds which office where nothing is recorded yet: taken from the settings, by address.
#pragma once

#include "daemon/stations/house.h"

namespace mentoring {

// Commits by itself. An address that nobody on the roster has makes a person who is no member.
void appoint_holders(Store& store, const House& house, Instant now);

}
