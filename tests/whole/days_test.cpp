// SPDX-License-Identifier: MIT
// A month in the life of one daemon: it grows by nothing that it does not need.
#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/whole/days.h"

using namespace mentoring;

namespace {

using Ends = std::vector<DayEnd>;

// Of seven days, so that weeks are compared: there is a weekend in each.
Ends week_until(const Ends& ends, int day) {
    return {ends.begin() + (day - 7), ends.begin() + day};
}

long most(const Ends& days, long DayEnd::*figure) {
    long most = 0;
    for (const auto& each : days) most = std::max(most, each.*figure);
    return most;
}

}

TEST_CASE("thirty days of one daemon leave it as large as a week and a half did") {
    // SQLite's page cache and the allocator's pools are full by then. In the two weeks after, some 300 mails
    // and letters pass: a leak of a page each would show.
    constexpr int warm = 16;
    constexpr long growth_kilobytes_max = 1024;
    // Twice what the log is cut back to (journal_size_limit): one decision may exceed it.
    constexpr std::uintmax_t log_octets_max = 8 * 1024 * 1024;
    constexpr int restarted = 3;  // the day on which the daemon starts again, by plan

    Days days({30, 1, 5, 5});
    const auto ends = days.live([](const DayEnd&) {});
    REQUIRE(ends.size() == 30);
    for (const auto& each : ends) {
        INFO("day " << each.day);
        CHECK(each.log_octets <= log_octets_max);
        if (each.day < restarted) continue;
        CHECK(each.process == ends.back().process);
    }
    // After a lost connection a day of the play may be over before the daemon has dialled again: some days
    // have two descriptors less. None has more.
    CHECK(most(week_until(ends, 30), &DayEnd::descriptors) <=
          most(week_until(ends, warm), &DayEnd::descriptors));
    const auto early = most(week_until(ends, warm), &DayEnd::anonymous),
               late = most(week_until(ends, 30), &DayEnd::anonymous);
    INFO(early << " KB until day " << warm << ", " << late << " KB until day 30");
    CHECK(early > 0);
    CHECK(late <= early + growth_kilobytes_max);
    CHECK(ends.front().process != ends.back().process);

    // It was at work all the while.
    CHECK(ends.back().cases >= 18);
    CHECK(ends.back().open < ends.back().cases);
    CHECK(ends.back().sent > 250);
}
