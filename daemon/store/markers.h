// SPDX-License-Identifier: MIT
// Small facts about the installation: last backup, heartbeat, the alarms that have been said once.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "daemon/store/store.h"
#include "workflow/model/instant.h"

namespace mentoring {

class Markers {
public:
    explicit Markers(Store& store) : store_(store) {}
    void set(std::string_view name, std::string_view value, Instant now);
    std::optional<std::string> value(std::string_view name) const;
    std::optional<Instant> when(std::string_view name) const;  // it was last set
    // Whether it was set less than `span` ago. A turned clock may go back: what is to come was not set.
    bool was_set_within(std::string_view name, std::chrono::seconds span, Instant now) const;
    // True the first time, false until clear(): a disk that stays full is told once.
    bool first_time(std::string_view name, Instant now);
    bool clear(std::string_view name);  // true where it was set: "it is over" is told once, too

private:
    Store& store_;
};

}
