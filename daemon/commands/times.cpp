// SPDX-License-Identifier: MIT
#include "daemon/commands/times.h"

#include <iomanip>
#include <sstream>

#include "daemon/commands/opening.h"

namespace mentoring {

Date day_of(Instant instant) {
    return Date{std::chrono::floor<std::chrono::days>(instant)};
}

std::string shown_day(const std::optional<Instant>& instant) {
    return instant ? iso_date(day_of(*instant)) : std::string();
}

std::string shown_day(const std::optional<Date>& day) {
    return day ? iso_date(*day) : std::string();
}

std::string shown_time(const std::optional<Instant>& instant) {
    if (!instant) return {};
    const std::chrono::hh_mm_ss time(*instant - std::chrono::floor<std::chrono::days>(*instant));
    std::ostringstream text;
    text << iso_date(day_of(*instant)) << 'T' << std::setfill('0') << std::setw(2) << time.hours().count()
         << ':' << std::setw(2) << time.minutes().count() << 'Z';
    return text.str();
}

Date day_or_stop(const std::string& text) {
    const auto day = date_from_iso(text);
    if (!day) throw CannotGoOn("\"" + text + "\" is no day such as 2027-01-31");
    return *day;
}

}
