// SPDX-License-Identifier: MIT
#include "workflow/deciding/budget.h"

#include <catch2/catch.hpp>

#include "tests/scenarios/town.h"

namespace mentoring {

namespace {

using namespace std::chrono;

struct House {
    Town town{balance()};
    Surroundings around = town.surroundings();
    Person nora = town.person("Nora");

    Instant at(unsigned month_, unsigned day_, int hour) const {
        return instant_of(around.calendar.zone,
                          local_days{year{2026} / month{month_} / day{day_}} + hours{hour});
    }
};

Letter reminder() {
    Letter letter;
    letter.name = "introduction-reminder";
    letter.role = "mentee";
    letter.unasked = true;
    return letter;
}

}

TEST_CASE("letters leave in the receiver's working hours") {
    House house;
    const auto leaves = [&](Instant now) { return due_to_leave(reminder(), &house.nora, house.around, now); };
    CHECK(leaves(house.at(11, 30, 10)) == house.at(11, 30, 10));
    CHECK(leaves(house.at(11, 30, 3)) == house.at(11, 30, 8));   // at night: in the morning
    CHECK(leaves(house.at(11, 30, 18)) == house.at(12, 1, 8));   // after work: tomorrow
    CHECK(leaves(house.at(12, 5, 12)) == house.at(12, 7, 8));    // Saturday: Monday
    CHECK(leaves(house.at(11, 26, 12)) == house.at(11, 30, 8));  // holiday, holiday, weekend
}

TEST_CASE("the working hours are those of where she lives") {
    House house;
    house.nora.zone = "Europe/Berlin";
    house.around.zones["Europe/Berlin"] = ZoneRules{{{sys_days{year{2026} / January / 1}, hours{1}}}};
    const auto evening_there = house.at(11, 30, 12);  // 19:00 in Berlin
    CHECK(due_to_leave(reminder(), &house.nora, house.around, evening_there) == house.at(12, 1, 1));
}

TEST_CASE("receipts and alarms go at once, and what rests goes after its rest") {
    House house;
    Letter receipt;
    receipt.pace = Pace::at_once;
    CHECK(due_to_leave(receipt, &house.nora, house.around, house.at(12, 5, 3)) == house.at(12, 5, 3));
    receipt.rest = minutes{20};
    CHECK(due_to_leave(receipt, &house.nora, house.around, house.at(12, 5, 3)) ==
          house.at(12, 5, 3) + minutes{20});
}

TEST_CASE("two unasked letters a month, one for who asked for fewer") {
    House house;
    const auto now = house.at(12, 15, 10);
    const auto within = [&](const std::vector<Instant>& before) {
        return within_budget(balance(), reminder(), &house.nora, house.around, before, now);
    };
    CHECK(within({}) == now);
    CHECK(within({house.at(12, 1, 10)}) == now);
    CHECK(within({house.at(10, 1, 10), house.at(10, 2, 10)}) == now);  // long ago
    CHECK(within({house.at(11, 18, 10), house.at(12, 14, 10)}) ==
          house.at(12, 18, 10));                                                    // room in three days
    CHECK_FALSE(within({house.at(12, 10, 10), house.at(12, 14, 10)}).has_value());  // it would be out of date
    house.nora.mailings = Mailings::fewer;
    CHECK_FALSE(within({house.at(12, 14, 10)}).has_value());
}

TEST_CASE("an office gets one reminder a working day") {
    House house;
    auto letter = reminder();
    letter.role = "chair";
    const auto now = house.at(12, 1, 15);
    const auto leaves =
        within_budget(balance(), letter, &house.nora, house.around, {house.at(12, 1, 9)}, now);
    CHECK(leaves == house.at(12, 2, 9));
}

TEST_CASE("what falls due together is one letter") {
    auto first = reminder(), second = reminder(), receipt = reminder();
    first.fields.texts = {{"number", "2026-001"}, {"says", "Waiting"}, {"age", "3 working days"}};
    second.fields.texts = {{"number", "2026-002"}, {"says", "Waiting"}, {"age", "4 working days"}};
    receipt.unasked = false;
    const auto together = gathered({first, receipt, second});
    REQUIRE(together.size() == 2);
    CHECK(together[0].name == "several-waiting");
    CHECK(together[0].fields.rows.at("waiting").size() == 2);
    CHECK(together[1].name == "introduction-reminder");
}

}
