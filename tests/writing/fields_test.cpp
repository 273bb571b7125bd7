// SPDX-License-Identifier: MIT
#include "workflow/writing/fields.h"

#include <catch2/catch.hpp>

#include "tests/scenarios/town.h"

using namespace mentoring;

namespace {

constexpr Date pause_ends{std::chrono::February / 1 / 2027};
constexpr Date met_on{std::chrono::December / 1 / 2026};

Town town_with_request_of(const std::string& mentee) {
    Town town(balance());
    town.now = std::chrono::sys_days{std::chrono::November / 30 / 2026} + std::chrono::hours{15};
    Opened opened;
    opened.number = "2026-001";
    opened.mentee = opened.by = town.id(mentee);
    opened.opening = "request";
    opened.words = "I find it hard to have difficult conversations.";
    town.happen(opened);
    return town;
}

// A pairing with Ada in `state`, that a pause until February has led to.
void pair_with_ada(Town& town, const std::string& state) {
    Pairing pairing;
    pairing.mentor = town.id("Ada");
    pairing.role = "mentor";
    pairing.state = state;
    pairing.step = ++town.present.steps;
    pairing.given = pause_ends;
    pairing.known = true;
    town.present.pairings.push_back(pairing);
}

std::map<std::string, std::string> texts_of(const Town& town, Letter letter) {
    fill_fields(letter, town.program, town.present, town.surroundings(), town.now);
    return letter.fields.texts;
}

Letter letter_to_ada(const Town& town) {
    Letter letter;
    letter.recipient = town.id("Ada");
    letter.role = "mentor";
    letter.pairing = 1;
    letter.step = town.present.pairings.front().step;
    return letter;
}

}

TEST_CASE("a meeting is noted for its own day, whatever day a pause ended on") {
    auto town = town_with_request_of("Nora");
    pair_with_ada(town, "under-way");
    auto letter = letter_to_ada(town);
    CHECK_FALSE(texts_of(town, letter).contains("date"));
    letter.said = Answer{};
    letter.said->arguments.date = met_on;
    CHECK(texts_of(town, letter).at("date") == "Tuesday, December 1");
}

TEST_CASE("a letter about a pause tells the day that it ends on") {
    auto town = town_with_request_of("Nora");
    pair_with_ada(town, "paused");
    CHECK(texts_of(town, letter_to_ada(town)).at("date") == "Monday, February 1");
}

TEST_CASE("the deputy hears in whose place she is asked, the chair does not") {
    const auto review = [](const Town& town) {
        for (const auto& each : town.written)
            if (each.letter.name == "review-request") return each.letter.fields.texts;
        return std::map<std::string, std::string>{};
    };
    const auto of_the_chair = review(town_with_request_of("Ruth"));
    REQUIRE(of_the_chair.contains("stands_in"));
    CHECK(of_the_chair.at("stands_in") == "Dr. Ruth Ames, the chair of the mentor program");
    CHECK(of_the_chair.at("reviewer_name") == "Dr. Dana Whitfield");
    const auto of_another = review(town_with_request_of("Nora"));
    REQUIRE(of_another.contains("greeting"));
    CHECK_FALSE(of_another.contains("stands_in"));
    CHECK(of_another.at("reviewer_name") == "Dr. Ruth Ames");
}

TEST_CASE("who reads a concern about the president is not sent to the president") {
    auto town = town_with_request_of("Nora");
    Letter letter;
    letter.recipient = town.id("Elena");
    letter.role = "second-reader";
    CHECK(texts_of(town, letter).contains("president_name"));
    town.present.excused.insert("president");
    CHECK_FALSE(texts_of(town, letter).contains("president_name"));
}
