// SPDX-License-Identifier: MIT
// Station two: inbox rows, due waits and occasions → decisions. A batch is what is there now, never waited
// for; each item has its own savepoint, and all of a batch share one commit. An item that fails is set aside
// with its reason; where the whole transaction is gone (full disk) nothing is set aside and the station is
// tried again later.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "daemon/stations/house.h"

namespace mentoring {

inline constexpr std::size_t decide_batch_max = 100;

struct Decided {
    std::uint64_t mails = 0;
    std::uint64_t waits = 0;
    std::uint64_t quarantined = 0;
    std::uint64_t failed = 0;  // waits that could not be decided: they stay due and are tried again later
    std::uint64_t batches = 0;
    std::vector<std::string> alarms;  // for the second channel
    bool more() const { return mails > 0 || waits > failed; }
};

// One batch of each kind; `decided.more()` tells that another may follow. Throws StoreFailure.
Decided decide(Store& store, const House& house, Instant now);
// When a wait falls due next; nothing where none is.
std::optional<Instant> next_due(Store& store, const House& house);

}
