// SPDX-License-Identifier: MIT
#include "daemon/settings/zone_rules.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <optional>
#include <stdexcept>

#include <date/tz.h>

namespace mentoring {

namespace {

using std::chrono::month;
using std::chrono::year;

constexpr int years_ahead = 10;
constexpr std::size_t zone_octets_max = 64;

constexpr std::array<std::string_view, 7> weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                   "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 5> places{"first", "second", "third", "fourth", "last"};

template <std::size_t Count>
std::optional<unsigned> place_in(const std::array<std::string_view, Count>& words, std::string_view word) {
    for (std::size_t i = 0; i < Count; ++i)
        if (words[i] == word) return static_cast<unsigned>(i);
    return std::nullopt;
}

std::string_view take_word(std::string_view& rest) {
    const auto blank = rest.find(' ');
    const auto word = rest.substr(0, blank);
    rest = blank == std::string_view::npos ? std::string_view() : rest.substr(blank + 1);
    return word;
}

// "fourth thursday of november"
struct FloatingDay {
    unsigned place = 0;
    std::chrono::weekday weekday;
    month in;

    std::chrono::sys_days of(year in_year) const {
        if (place == places.size() - 1)
            return std::chrono::sys_days(in_year / in / weekday[std::chrono::last]);
        return std::chrono::sys_days(in_year / in / weekday[place + 1]);
    }
};

std::optional<FloatingDay> floating_day(std::string_view rule) {
    const auto place = place_in(places, take_word(rule));
    const auto weekday = place_in(weekdays, take_word(rule));
    const bool joined = take_word(rule) == "of";
    const auto in = place_in(months, take_word(rule));
    if (!place || !weekday || !joined || !in || !rule.empty()) return std::nullopt;
    return FloatingDay{*place, std::chrono::weekday(*weekday), month(*in + 1)};
}

// "12-25"; a leap day falls in leap years only.
std::optional<std::chrono::month_day> yearly_day(std::string_view rule) {
    if (rule.size() != 5) return std::nullopt;
    const auto some_date = date_from_iso("2024-" + std::string(rule));
    return some_date ? std::optional(some_date->month() / some_date->day()) : std::nullopt;
}

Instant instant_at(int in_year) {
    return std::chrono::sys_days(year(in_year) / 1 / 1);
}

}

Years years_around(Instant now) {
    const Date today(std::chrono::floor<std::chrono::days>(now));
    const int present = static_cast<int>(today.year());
    return {present - 1, present + years_ahead};
}

ZoneRules zone_rules(std::string_view zone, Years years, Faults& faults) {
    ZoneRules rules;
    try {
        if (zone.empty() || zone.size() > zone_octets_max) throw std::runtime_error("no zone");
        const auto* found = date::locate_zone(std::string(zone));
        const Instant end = instant_at(years.last + 1);
        for (Instant at = instant_at(years.first); at < end;) {
            const auto info = found->get_info(at);
            rules.changes.push_back({rules.changes.empty() ? at : info.begin, info.offset});
            at = info.end;
        }
    } catch (const std::runtime_error&) {
        faults.push_back({"",
                          0,
                          "zone = \"" + std::string(zone) + "\": no such time zone",
                          "say \"America/Chicago\" or another name of the IANA list",
                          {}});
        rules.changes = {{instant_at(years.first), std::chrono::seconds(0)}};
    }
    return rules;
}

std::vector<std::chrono::sys_days> holidays(std::string_view rule, Years years, Faults& faults) {
    if (const auto date = date_from_iso(rule)) return {std::chrono::sys_days(*date)};
    const auto yearly = yearly_day(rule);
    const auto floating = floating_day(rule);
    std::vector<std::chrono::sys_days> days;
    for (int each = years.first; each <= years.last; ++each) {
        if (floating) days.push_back(floating->of(year(each)));
        if (yearly && (year(each) / *yearly).ok()) days.emplace_back(year(each) / *yearly);
    }
    if (!yearly && !floating)
        faults.push_back({"",
                          0,
                          "holidays: \"" + std::string(rule) + "\": no day",
                          "say \"2026-11-26\", \"12-25\" or \"fourth thursday of november\"",
                          {}});
    return days;
}

Calendar calendar_of(const Program& program, Years years, const std::string& file, Faults& faults) {
    Faults found;
    Calendar calendar;
    calendar.zone = zone_rules(program.zone, years, found);
    for (const std::string& each : program.holidays)
        for (const auto day_off : holidays(each, years, found)) calendar.holidays.insert(day_off);
    for (Fault& each : found) {
        each.file = file;
        faults.push_back(std::move(each));
    }
    return calendar;
}

}
