// SPDX-License-Identifier: MIT
// mentord outbox: letters that are not out yet, or came to nothing; and another try.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "daemon/commands/invocation.h"
#include "daemon/store/outbox.h"

namespace mentoring {

struct OutboxListRequest {
    std::optional<OutboxState> state;  // none: whatever is neither sent nor stopped
};

enum class Retrying { named, all_held };

struct OutboxRetryRequest {
    std::vector<std::int64_t> numbers;  // as listed
    Retrying which = Retrying::named;   // all_held: after a restore
};

int outbox_list(const Invocation& invocation, const OutboxListRequest& request);
// All or nothing. Throws CannotGoOn for a letter that waits for nobody, or whose text is erased.
int outbox_retry(const Invocation& invocation, const OutboxRetryRequest& request);

}
