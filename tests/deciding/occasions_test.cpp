// SPDX-License-Identifier: MIT
#include "workflow/deciding/occasions.h"

#include <catch2/catch.hpp>

#include "tests/scenarios/town.h"
#include "workflow/deciding/calendar.h"

namespace mentoring {

namespace {

using namespace std::chrono;

Instant at(const Calendar& calendar, int of_year, unsigned of_month, unsigned of_day, int hour) {
    return instant_of(calendar.zone, local_days{year{of_year} / month{of_month} / day{of_day}} + hours{hour});
}

}

TEST_CASE("a monthly occasion falls due at nine on the first and covers the month before") {
    const auto calendar = central_calendar(balance(), 2026, 2027);
    const auto due = [&](Instant last, Instant now) { return due_occasions(balance(), calendar, last, now); };
    CHECK(due(at(calendar, 2026, 11, 15, 9), at(calendar, 2026, 11, 30, 23)).empty());
    CHECK(due(at(calendar, 2026, 11, 30, 9), at(calendar, 2026, 12, 1, 8)).empty());
    const auto first = due(at(calendar, 2026, 11, 30, 9), at(calendar, 2026, 12, 1, 9));
    REQUIRE(first.size() == 1);
    CHECK(first[0].name == "digest");
    CHECK(first[0].period == "2026-11");
    CHECK(due(at(calendar, 2026, 12, 1, 9), at(calendar, 2026, 12, 1, 10)).empty());  // once
}

TEST_CASE("of several missed occasions only the latest happens") {
    const auto calendar = central_calendar(balance(), 2026, 2027);
    const auto due =
        due_occasions(balance(), calendar, at(calendar, 2026, 9, 1, 9), at(calendar, 2027, 1, 20, 9));
    REQUIRE(due.size() == 1);
    CHECK(due[0].period == "2026-12");
}

TEST_CASE("quarterly and yearly occasions have their days") {
    auto program = balance();
    program.occasions = {{"report", "quarterly", {}, 0}, {"survey", "yearly 09-15", {}, 0}};
    const auto calendar = central_calendar(program, 2026, 2027);
    const auto quarter =
        due_occasions(program, calendar, at(calendar, 2026, 12, 1, 9), at(calendar, 2027, 1, 2, 9));
    REQUIRE(quarter.size() == 1);
    CHECK(quarter[0].period == "2026-Q4");
    const auto year_ =
        due_occasions(program, calendar, at(calendar, 2026, 9, 14, 9), at(calendar, 2026, 9, 15, 9));
    REQUIRE(year_.size() == 1);
    CHECK(year_[0].period == "2026");
}

TEST_CASE("a digest with nothing new is no letter") {
    const Town town(balance());
    const auto around = town.surroundings();
    const auto president = digest_reader(balance(), Case{}, around, town.now);
    CHECK(president == town.id("Lena"));
    CHECK_FALSE(digest(balance(), around, president, {}, town.now).has_value());
    DigestMatter matter;
    matter.evaluations.push_back({"2026-014", {5, std::nullopt, 4, 5}, "It helped."});
    const auto letter = digest(balance(), around, president, matter, town.now);
    REQUIRE(letter.has_value());
    CHECK(letter->recipient == president);
    CHECK(letter->purpose == Purpose::digest);
    CHECK(letter->fields.rows.at("evaluations").front().at("ratings") == "5, –, 4, 5");
    CHECK(letter->choices.empty());
    matter.concerns.push_back({"2026-011", town.now, ""});
    CHECK_FALSE(digest(balance(), around, president, matter, town.now)->choices.empty());
}

TEST_CASE("a president who is a party does not get what was said in her case") {
    const Town town(balance());
    Case hers;
    hers.mentee = town.id("Lena");
    CHECK(digest_reader(balance(), hers, town.surroundings(), town.now) == town.id("Elena"));
}

TEST_CASE("an office that ends soon is asked about once, unless somebody follows") {
    Town town(balance());
    auto around = town.surroundings();
    CHECK(ending_offices(balance(), around, town.now).empty());
    const Date soon{sys_days{local_date(around.calendar, town.now)} + days{20}};
    for (auto& each : around.offices)
        if (each.office == "chair") each.until = soon;
    const auto ending = ending_offices(balance(), around, town.now);
    REQUIRE(ending.size() == 1);
    const auto letter = who_follows(balance(), around, ending[0], town.now);
    REQUIRE(letter.has_value());
    CHECK(letter->recipient == town.id("Iris"));
    around.offices.push_back({"chair", town.id("Bea"), Date{sys_days{soon} + days{1}}, std::nullopt});
    CHECK(ending_offices(balance(), around, town.now).empty());
}

}
