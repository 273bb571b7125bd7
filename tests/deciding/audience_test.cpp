// SPDX-License-Identifier: MIT
#include "workflow/deciding/audience.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/scenarios/town.h"
#include "workflow/deciding/matching.h"
#include "workflow/deciding/question.h"

namespace mentoring {

namespace {

Answered answered_by(const Town& town, const std::string& name, const std::string& intent) {
    Answered event;
    event.by = town.id(name);
    event.proof = Proof::strong;
    event.step = town.present.step;
    event.answer.clarity = Clarity::clear;
    event.answer.intent = intent;
    return event;
}

Town asked_town() {
    Town town(balance());
    Opened opened;
    opened.number = "2026-014";
    opened.mentee = opened.by = town.id("Nora");
    opened.opening = "request";
    opened.words = "I lead a team.";
    town.happen(opened);
    auto match = answered_by(town, "Ruth", "match");
    match.answer.arguments.mentors = {town.id("Ada")};
    town.happen(match);
    return town;
}

}

TEST_CASE("who is only invited may not read the request") {
    const auto town = asked_town();
    const auto around = town.surroundings();
    const Scene scene{town.program, town.present, around, town.now};
    const auto& request = town.present.words.at("request");
    CHECK(may_read(scene, request, town.id("Nora")));        // she wrote it
    CHECK(may_read(scene, request, town.id("Ruth")));        // the chair decides about it
    CHECK_FALSE(may_read(scene, request, town.id("Ada")));   // invited, no mentor yet
    CHECK_FALSE(may_read(scene, request, town.id("Lena")));  // president
    CHECK_FALSE(may_read(scene, request, town.id("Iris")));  // manager
    CHECK_FALSE(may_read(scene, request, town.id("Bea")));   // has no part in it
}

TEST_CASE("a letter that a program file orders against the audience never leaves") {
    auto program = balance();
    for (auto& state : program.states)
        if (state.name == "asked") state.enter.front().words = {"request"};
    Town town(program);
    Opened opened;
    opened.mentee = opened.by = town.id("Nora");
    opened.opening = "request";
    opened.words = "I lead a team.";
    town.happen(opened);
    auto match = answered_by(town, "Ruth", "match");
    match.answer.arguments.mentors = {town.id("Ada")};
    const auto step = town.happen(match);
    bool alarmed = false;
    for (const auto& effect : step.effects)
        if (const auto* letter = std::get_if<Letter>(&effect)) {
            CHECK(letter->recipient != town.id("Ada"));
            if (letter->name == refused_letter) {
                alarmed = true;
                CHECK(letter->recipient == town.id("Iris"));
                CHECK(letter->fields.words.empty());
            }
        }
    CHECK(alarmed);
}

TEST_CASE("what can be answered is the table's, for the person and the step") {
    const auto town = asked_town();
    const auto around = town.surroundings();
    const auto intents = [&](const std::string& name, int step) {
        std::string text;
        const auto asked = question_for(town.program, town.present, around, town.id(name), step, town.now);
        if (asked)
            for (const auto& each : asked->question.choices) text += each.intent + " ";
        return text;
    };
    const int invitation = town.present.pairings.front().step;
    CHECK(intents("Ada", invitation).starts_with("accept decline ask pause "));
    CHECK(intents("Bea", invitation) == "");
    CHECK(intents("Ruth", 1).find("match") == std::string::npos);  // that step is past
    CHECK(question_for(town.program, town.present, around, town.id("Ruth"), 1, town.now)->timeliness ==
          Timeliness::past);
}

TEST_CASE("an answer may greet who holds an office and the parties of the case") {
    const auto town = asked_town();
    const auto around = town.surroundings();
    const int invitation = town.present.pairings.front().step;
    const auto asked = question_for(town.program, town.present, around, town.id("Ada"), invitation, town.now);
    REQUIRE(asked);
    const auto may_be_greeted = [&](const std::string& name) {
        const auto& all = asked->question.addressees;
        return std::find(all.begin(), all.end(), around.people.at(town.id(name)).name) != all.end();
    };
    CHECK(may_be_greeted("Ruth"));        // chair
    CHECK(may_be_greeted("Iris"));        // manager
    CHECK(may_be_greeted("Nora"));        // mentee
    CHECK(may_be_greeted("Ada"));         // invited
    CHECK_FALSE(may_be_greeted("Gwen"));  // no part in it
}

TEST_CASE("suggestions leave out whom they must and say why they are made") {
    Town town(balance());
    town.person("Chloe").paused_until = Date{std::chrono::year{2027} / 3 / 1};
    town.person("Nora").workplace = "Lakeside Clinic";
    town.present.mentee = town.id("Nora");
    town.present.words["request"] =
        Words{"I lead a team and need difficult conversations.", town.id("Nora"), {"chair"}};
    const auto around = town.surroundings();
    const Scene scene{town.program, town.present, around, town.now};
    std::vector<std::string> names;
    for (const auto& each : suggestions(scene)) {
        names.push_back(town.first_name(each.mentor));
        CHECK_FALSE(each.reason.empty());
    }
    CHECK(names == std::vector<std::string>{"Ada", "Bea"});
    // president · names mentors herself · pauses · same workplace · member herself
    CHECK(obstacle(scene, town.id("Lena")) == "holds an office that does not mentor");
    CHECK_FALSE(obstacle(scene, town.id("Gwen")).has_value());  // the chair may still name her
    CHECK(obstacle(scene, town.id("Nora")) == "is the member herself");
    CHECK(obstacle(scene, town.id("Iris")) == "has not told us yet what she offers as a mentor");
}

}
