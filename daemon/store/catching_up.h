// SPDX-License-Identifier: MIT
// After a restore each mailbox is read again since the backup, and what was decided in between is decided
// anew. The letters of it have most likely gone out already: they are held for a human. Waits rest until the
// mailbox was read to its end, lest somebody is reminded whose answer lies there.
#pragma once

#include <optional>
#include <string_view>

#include "daemon/store/store.h"
#include "workflow/model/instant.h"

namespace mentoring {

class CatchingUp {
public:
    enum class Stage { reading, deciding };  // the mails since the backup; then the waits that fell due

    explicit CatchingUp(Store& store) : store_(store) {}
    // Each of these inside a transaction.
    void begin(std::string_view mailbox, Instant restored);
    void read_to_its_end(std::string_view mailbox);
    void over(std::string_view mailbox);

    // Nothing: that mailbox has caught up, or was never restored.
    std::optional<Stage> stage(std::string_view mailbox) const;
    std::optional<Instant> restored(std::string_view mailbox) const;

private:
    Store& store_;
};

}
