// SPDX-License-Identifier: MIT
// Station three: outbox rows → SMTP. What is due is claimed, "dot sent" is on disk before the final dot goes
// out, the verdicts of a batch share a commit. A refusal is an event for its case and is decided in that
// commit.
#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>

#include <cstdint>

#include "daemon/outside.h"
#include "daemon/stations/house.h"
#include "daemon/store/outbox.h"

namespace mentoring {

struct Sent {
    std::uint64_t attempted = 0;
    std::uint64_t sent = 0;
    std::uint64_t again = 0;  // 4xx, or lost before the dot
    std::uint64_t refused = 0;
    std::uint64_t unknown = 0;  // the dot went out and no verdict came back
    std::uint64_t batches = 0;
    Outbox::Recovered recovered;  // what an earlier life, or a full disk, had left under way
};

SendingLimits limits_of(const MailboxSettings& settings);

// Sends what is due through this mailbox until nothing is. Throws OutsideFailure (nothing was handed over)
// and StoreFailure.
boost::asio::awaitable<Sent> send(Relay& relay, Store& store, const House& house,
                                  const MailboxSettings& settings, const Clock& clock);

}
