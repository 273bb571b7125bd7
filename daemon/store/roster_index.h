// SPDX-License-Identifier: MIT
// The full-text index over names and mentors' profiles (temp.person_names, temp.profile_words), in memory
// only.
#pragma once

#include "daemon/store/store.h"

namespace mentoring {

// Said by whoever changes a person, inside the transaction; seen by every process.
void roster_changed(Store& store);
// Makes the index anew where the roster has changed since.
void refresh_roster_index(Store& store);

}
