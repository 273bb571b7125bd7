// SPDX-License-Identifier: MIT
#include "workflow/deciding/calendar.h"

#include <algorithm>

namespace mentoring {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year_month_day;

constexpr std::chrono::hours morning{9};
constexpr int days_looked_at_max = 4000;

sys_days day_of(LocalTime local) {
    return sys_days{std::chrono::floor<days>(local).time_since_epoch()};
}

LocalTime on_day(sys_days day, seconds time_of_day) {
    return LocalTime{day.time_since_epoch() + time_of_day};
}

seconds time_of_day(LocalTime local) {
    return local - std::chrono::floor<days>(local);
}

sys_days months_later(sys_days day, int amount) {
    auto date = year_month_day{day} + months{amount};
    if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
    return sys_days{date};
}

sys_days working_days_later(const Calendar& calendar, sys_days day, int amount) {
    for (int looked = 0; !working_day(calendar, day) && looked < days_looked_at_max; ++looked) day += days{1};
    for (int looked = 0; amount > 0 && looked < days_looked_at_max; ++looked) {
        day += days{1};
        if (working_day(calendar, day)) --amount;
    }
    return day;
}

sys_days days_later(const Calendar& calendar, sys_days day, const Span& span) {
    switch (span.unit) {
        case Span::Unit::working_days:
            return working_days_later(calendar, day, span.amount);
        case Span::Unit::weeks:
            return day + days{7 * span.amount};
        case Span::Unit::months:
            return months_later(day, span.amount);
        case Span::Unit::days:
            return day + days{span.amount};
        case Span::Unit::minutes:
        case Span::Unit::hours:
            break;
    }
    return day;
}

}

seconds offset_at(const ZoneRules& zone, Instant at) {
    if (zone.changes.empty()) return seconds{0};
    seconds offset = zone.changes.front().offset;
    for (const auto& change : zone.changes)
        if (change.from <= at) offset = change.offset;
    return offset;
}

LocalTime local_time(const ZoneRules& zone, Instant at) {
    return LocalTime{at.time_since_epoch() + offset_at(zone, at)};
}

Instant instant_of(const ZoneRules& zone, LocalTime local) {
    const Instant as_utc{local.time_since_epoch()};
    Instant earliest = as_utc - offset_at(zone, as_utc);
    bool found = false;
    for (const auto& change : zone.changes) {
        const Instant candidate = as_utc - change.offset;
        if (offset_at(zone, candidate) != change.offset) continue;
        if (!found || candidate < earliest) earliest = candidate;
        found = true;
    }
    return earliest;
}

Date local_date(const Calendar& calendar, Instant at) {
    return Date{day_of(local_time(calendar.zone, at))};
}

bool working_day(const Calendar& calendar, sys_days day) {
    const weekday name{day};
    return name != std::chrono::Saturday && name != std::chrono::Sunday && !calendar.holidays.contains(day);
}

Instant after(const Calendar& calendar, Instant from, const Span& span) {
    if (span.unit == Span::Unit::minutes) return from + std::chrono::minutes{span.amount};
    if (span.unit == Span::Unit::hours) return from + std::chrono::hours{span.amount};
    const auto local = local_time(calendar.zone, from);
    return instant_of(calendar.zone, on_day(days_later(calendar, day_of(local), span), time_of_day(local)));
}

Instant after(const Calendar& calendar, Instant from, const Rhythm& rhythm) {
    constexpr Span::Unit units[] = {Span::Unit::days, Span::Unit::weeks, Span::Unit::months};
    return after(calendar, from, Span{std::max(rhythm.every, 1), units[static_cast<int>(rhythm.unit)]});
}

Instant morning_of(const Calendar& calendar, Date day) {
    return instant_of(calendar.zone, on_day(sys_days{day}, morning));
}

int working_days_between(const Calendar& calendar, Instant from, Instant until) {
    int counted = 0;
    const auto last = day_of(local_time(calendar.zone, until));
    for (auto day = day_of(local_time(calendar.zone, from)); day < last && counted < days_looked_at_max;) {
        day += days{1};
        if (working_day(calendar, day)) ++counted;
    }
    return counted;
}

}
