// SPDX-License-Identifier: MIT
#include "daemon/settings/zone_rules.h"

#include <catch2/catch.hpp>

using namespace mentoring;
using namespace std::chrono_literals;

namespace {

std::chrono::seconds offset_at(const ZoneRules& rules, Instant at) {
    auto offset = rules.changes.front().offset;
    for (const auto& each : rules.changes)
        if (each.from <= at) offset = each.offset;
    return offset;
}

Instant utc(const char* day, std::chrono::seconds time = 0s) {
    return std::chrono::sys_days(*date_from_iso(day)) + time;
}

std::vector<std::string> days_of(const std::string& rule) {
    Faults faults;
    std::vector<std::string> days;
    for (const auto& each : holidays(rule, {2026, 2028}, faults)) days.push_back(iso_date(Date(each)));
    CHECK(days.empty() == !faults.empty());
    return days;
}

using Days = std::vector<std::string>;

}

TEST_CASE("a zone's changes are those of the system, to the second") {
    Faults faults;
    const ZoneRules chicago = zone_rules("America/Chicago", {2026, 2027}, faults);
    CHECK(faults.empty());
    CHECK(offset_at(chicago, utc("2026-01-01")) == -6h);
    CHECK(offset_at(chicago, utc("2026-03-08", 8h - 1s)) == -6h);  // 2 o'clock standard time
    CHECK(offset_at(chicago, utc("2026-03-08", 8h)) == -5h);
    CHECK(offset_at(chicago, utc("2026-11-01", 7h - 1s)) == -5h);
    CHECK(offset_at(chicago, utc("2026-11-01", 7h)) == -6h);
    CHECK(offset_at(chicago, utc("2027-07-01")) == -5h);
    CHECK(chicago.changes.size() == 5);
}

TEST_CASE("zones without summer time and with odd offsets are known") {
    Faults faults;
    CHECK(offset_at(zone_rules("UTC", {2026, 2027}, faults), utc("2026-07-01")) == 0s);
    CHECK(offset_at(zone_rules("Asia/Kathmandu", {2026, 2027}, faults), utc("2026-07-01")) == 5h + 45min);
    CHECK(offset_at(zone_rules("Australia/Lord_Howe", {2026, 2027}, faults), utc("2026-07-01")) ==
          10h + 30min);
    CHECK(faults.empty());
}

TEST_CASE("an unknown zone is a fault and counts as UTC") {
    for (const char* zone : {"", "Amerika/Chicago", "../../etc/passwd", "America/Chicago\n"}) {
        Faults faults;
        const ZoneRules rules = zone_rules(zone, {2026, 2026}, faults);
        INFO(zone);
        CHECK(faults.size() == 1);
        CHECK(offset_at(rules, utc("2026-07-01")) == 0s);
    }
}

TEST_CASE("holidays are days, yearly days, or weekdays of a month") {
    CHECK(days_of("2026-11-26") == Days{"2026-11-26"});
    CHECK(days_of("12-25") == Days{"2026-12-25", "2027-12-25", "2028-12-25"});
    CHECK(days_of("02-29") == Days{"2028-02-29"});
    CHECK(days_of("fourth thursday of november") == Days{"2026-11-26", "2027-11-25", "2028-11-23"});
    CHECK(days_of("last monday of may") == Days{"2026-05-25", "2027-05-31", "2028-05-29"});
    CHECK(days_of("2026-02-30").empty());               // no such day
    CHECK(days_of("13-01").empty());                    // no such month
    CHECK(days_of("fifth monday of may").empty());      // not in each year
    CHECK(days_of("last monday of may 2026").empty());  // more than a rule
    CHECK(days_of("christmas").empty());                // not known by name
    CHECK(days_of("").empty());
}

TEST_CASE("a programme's calendar has its zone and holidays, and names the file in faults") {
    Program program;
    program.zone = "Europe/Berlin";
    program.holidays = {"12-25", "easter"};
    Faults faults;
    const Calendar calendar = calendar_of(program, years_around(utc("2026-06-01")), "balance.toml", faults);
    CHECK(calendar.holidays.size() == 12);
    CHECK(offset_at(calendar.zone, utc("2036-07-01")) == 2h);
    REQUIRE(faults.size() == 1);
    CHECK(to_string(faults[0]) ==
          "balance.toml: holidays: \"easter\": no day; say \"2026-11-26\", \"12-25\" or \"fourth thursday of "
          "november\"");
}
