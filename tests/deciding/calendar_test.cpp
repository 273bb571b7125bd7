// SPDX-License-Identifier: MIT
#include "workflow/deciding/calendar.h"

#include <catch2/catch.hpp>

#include "tests/scenarios/town.h"

namespace mentoring {

namespace {

using namespace std::chrono;

Calendar central() {
    return central_calendar(balance(), 2026, 2028);
}

Instant local(int year_, unsigned month_, unsigned day_, int hour) {
    return instant_of(central().zone, local_days{year{year_} / month{month_} / day{day_}} + hours{hour});
}

}

TEST_CASE("working days leave out weekends and holidays") {
    const auto calendar = central();
    const auto later = [&](Instant from, int amount) {
        return after(calendar, from, {amount, Span::Unit::working_days});
    };
    CHECK(later(local(2026, 11, 30, 10), 3) == local(2026, 12, 3, 10));
    CHECK(later(local(2026, 12, 4, 10), 1) == local(2026, 12, 7, 10));    // Friday to Monday
    CHECK(later(local(2026, 11, 25, 10), 1) == local(2026, 11, 30, 10));  // over Thanksgiving and the weekend
    CHECK(later(local(2026, 12, 5, 10), 1) ==
          local(2026, 12, 8, 10));  // from a Saturday: Monday counts as the first
    CHECK(later(local(2026, 12, 24, 10), 1) == local(2026, 12, 28, 10));  // over the 25th
}

TEST_CASE("a span keeps the local time over a change of the clock") {
    const auto calendar = central();
    CHECK(after(calendar, local(2027, 3, 12, 10), {3, Span::Unit::days}) == local(2027, 3, 15, 10));
    CHECK(local(2027, 3, 15, 10) - local(2027, 3, 12, 10) == hours{71});
    CHECK(after(calendar, local(2026, 10, 30, 9), {2, Span::Unit::weeks}) == local(2026, 11, 13, 9));
    CHECK(after(calendar, local(2026, 11, 30, 10), {20, Span::Unit::minutes}) ==
          local(2026, 11, 30, 10) + minutes{20});
}

TEST_CASE("a month later is the same day, or the last there is") {
    const auto calendar = central();
    CHECK(after(calendar, local(2027, 1, 15, 10), {1, Span::Unit::months}) == local(2027, 2, 15, 10));
    CHECK(after(calendar, local(2027, 1, 31, 10), {1, Span::Unit::months}) == local(2027, 2, 28, 10));
    CHECK(after(calendar, local(2027, 1, 31, 10), Rhythm{2, Rhythm::Unit::months}) == local(2027, 3, 31, 10));
}

TEST_CASE("local time skips an hour in spring and repeats one in autumn") {
    const auto zone = central().zone;
    const auto gap = local_days{year{2027} / March / 14} + hours{2} + minutes{30};
    CHECK(local_time(zone, instant_of(zone, gap)) == gap + hours{1});
    const auto twice = local_days{year{2026} / November / 1} + hours{1} + minutes{30};
    CHECK(offset_at(zone, instant_of(zone, twice)) == hours{-5});  // the first of the two
}

TEST_CASE("working days between two instants do not count the first day") {
    const auto calendar = central();
    CHECK(working_days_between(calendar, local(2026, 11, 30, 10), local(2026, 11, 30, 17)) == 0);
    CHECK(working_days_between(calendar, local(2026, 11, 30, 10), local(2026, 12, 7, 9)) == 5);
}

}
