// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "daemon/letters/render.h"

#include "tests/scenarios/town.h"

using namespace mentoring;

namespace {

// Nora's request has been opened on a Monday.
Town town_with_request() {
    Town town(balance());
    town.now = std::chrono::sys_days{std::chrono::November / 30 / 2026} + std::chrono::hours{15};
    Opened opened;
    opened.number = "2026-001";
    opened.mentee = opened.by = town.id("Nora");
    opened.opening = "request";
    opened.words = "I find it hard to have difficult conversations.";
    town.happen(opened);
    return town;
}

std::string readers(const Town& town, const std::string& letter) {
    for (const auto& each : town.written)
        if (each.letter.name == letter) return each.letter.fields.texts.at("readers");
    return "no such letter";
}

void answer(Town& town, const std::string& who, const std::string& role, const std::string& intent) {
    Answered answered;
    answered.by = town.id(who);
    answered.role = role;
    answered.answer.intent = intent;
    answered.answer.clarity = Clarity::clear;
    answered.answer.arguments.text = "Would you mind somebody from your own town?";
    answered.proof = Proof::strong;
    town.happen(answered);
}

}

TEST_CASE("the line of a form that others may read is told apart from those that only the chair reads") {
    const auto sentence = readers(town_with_request(), "acknowledgement");
    CHECK(sentence.find(
              "“What I want” is read by Dr. Ruth Ames (the chair of the mentor program) and your mentor") !=
          std::string::npos);
    CHECK(sentence.find("“Please do not ask” is read by Dr. Ruth Ames. ") != std::string::npos);
    CHECK(sentence.size() <= value_octets_max / 2);
    CHECK(sentence.find("“A mentor may read” is read by") != std::string::npos);
    CHECK(sentence.find("mentors who are asked and your mentor once you have said yes.") !=
          std::string::npos);
    CHECK(sentence.find("to her") == std::string::npos);
}

TEST_CASE("an answer whose words stay with their writer is not said to be read by others") {
    const auto sentence = readers(town_with_request(), "review-request");
    CHECK(sentence.find("What you add to ASK is read by the member. Any other answer goes to the program "
                        "alone.") == 0);
}

TEST_CASE("a reply in her own words has one reader") {
    auto town = town_with_request();
    answer(town, "Ruth", "chair", "ask");
    CHECK(readers(town, "question").find("What you write is read by Dr. Ruth Ames (the chair") == 0);
}
