// SPDX-License-Identifier: MIT
#include "daemon/commands/run.h"

#include <malloc.h>
#include <spdlog/spdlog.h>

#include <ostream>

#include "daemon/clock.h"
#include "daemon/commands/opening.h"
#include "daemon/log.h"
#include "daemon/loop.h"
#include "daemon/stations/appointing.h"

namespace mentoring {

namespace {

// Large mails go back to the system at once instead of growing the heap for ever.
constexpr int large_block_octets = 128 * 1024;

void print(const Faults& faults, std::ostream& errors) {
    for (const auto& each : faults) errors << to_string(each) << "\n";
}

}

int run_command(const std::filesystem::path& settings_file, std::ostream& errors) {
    mallopt(M_MMAP_THRESHOLD, large_block_octets);
    mallopt(M_TRIM_THRESHOLD, large_block_octets);
    Faults faults;
    const auto settings = settings_or_stop(settings_file);
    auto clock = clock_from(settings.clock_file);
    auto house = load_house(settings_file, clock->now(), faults);
    print(faults, errors);
    if (any_fault(faults)) return 1;
    start_log(house.settings.log_level);
    auto store = store_or_stop(house.settings, MissingKey::make);
    house.token_keys = token_keys_from(store->sealer().keys());
    // Whoever starts with them gone is told; nobody else's letters wait for that.
    Faults orphans;
    refuse_orphans(house, *store, orphans);
    for (const auto& each : orphans) spdlog::error("{}", to_string(each));
    settle_versions(house, *store, clock->now());
    appoint_holders(*store, house, clock->now());
    Loop(std::move(store), std::move(house), std::move(clock)).run();
    return 0;
}

}
