// SPDX-License-Identifier: MIT
// After a new key has been added: what older keys sealed is sealed anew, some rows at a time.
#pragma once

#include <cstdint>

#include "daemon/store/store.h"

namespace mentoring {

// Commits by itself; at most `limit` texts. How many were sealed anew: 0 when an old key may go.
std::int64_t reseal_some(Store& store, std::int64_t limit);

}
