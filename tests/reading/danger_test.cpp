// SPDX-License-Identifier: MIT
#include "workflow/reading/danger.h"

#include <catch2/catch.hpp>

#include "daemon/mail/fold.h"
#include "tests/tools/replies.h"

using namespace mentoring;

namespace {

const Vocabulary& vocabulary() {
    static const auto words = words_of_checkout();
    return words;
}

void is(Danger expected, std::string_view text) {
    CAPTURE(text);
    CHECK(danger_in(vocabulary(), fold(text)) == expected);
}

RepliesScore score(std::string_view name) {
    auto result = score_replies(vocabulary(), std::string(TESTS_FOLDER) + "/replies/" + std::string(name));
    for (const auto& failure : result.failures) UNSCOPED_INFO(failure);
    return result;
}

}

TEST_CASE("no word of danger in the sets is overlooked") {
    for (const auto* name :
         {"danger.jsonl", "own_danger.jsonl", "own_danger_2.jsonl", "own_danger_3.jsonl"}) {
        const auto result = score(name);
        CHECK(result.total.wrong == 0);
        CHECK(result.total.clear_right == result.total.clear);
    }
    // Here a harmless phrase may alarm.
    for (int number = 4; number <= 20; ++number) {
        const auto result = score("own_danger_" + std::to_string(number) + ".jsonl");
        CHECK(result.total.wrong == 0);
        CHECK(result.total.clear_right >= 0.95 * result.total.clear);
    }
    const auto unseen = score("unseen/danger.jsonl");
    CHECK(unseen.total.clear >= 18);
    CHECK(unseen.total.clear_right >= 0.9 * unseen.total.clear);
}

TEST_CASE("a negated strong word is weak, a figure of speech is none") {
    is(Danger::strong, "I want to kill myself.");
    is(Danger::strong, "Confirm. It doesn't matter any more, I am going to take my own life.");
    is(Danger::none, "I will take my own time.");
    is(Danger::weak, "I don't want to kill myself.");
    is(Danger::weak, "I'm not suicidal, just tired.");
    is(Danger::none, "Dying to meet her!");
    is(Danger::none, "The deadline is killing me.");
    is(Danger::none, "She beat me to it, and I was about to jump off a call.");
    is(Danger::none, "Please disregard my last mail.");
    is(Danger::none, "I'd rather die than do another site visit.");
    is(Danger::none, "");
}

TEST_CASE("German is heard too, and its article \"die\" is no death") {
    is(Danger::strong, "Ich kann nicht mehr, ich will nicht mehr leben.");
    is(Danger::strong, "Mein Mann schlägt mich.");
    is(Danger::weak, "Ich bin völlig verzweifelt.");
    is(Danger::none, "Die Kolleginnen, die ich begleite, sind großartig.");
    is(Danger::none, "Dieser Papierkram bringt mich noch um.");
    is(Danger::none, "Wir forschen zur Suizidprävention.");
}

TEST_CASE("what no table names is heard by what its words weigh") {
    auto tables = vocabulary();
    tables.danger_weights = {};
    const auto text = fold("Most evenings I sit in the garage and cry, I can't see how any of it goes on.");
    CHECK(danger_in(tables, text) == Danger::none);
    CHECK(danger_in(vocabulary(), text) != Danger::none);
    is(Danger::none, "My patients are doing well and so am I.");
    is(Danger::none, "I can't see her on Friday, the garage has my car.");
}

TEST_CASE("one strong sentence outweighs all that is harmless") {
    is(Danger::strong, "MATCH 2. The deadline is killing me. And I no longer want to live.");
    is(Danger::strong, "Dying to meet her! But some days I want to die.");
}

TEST_CASE("what is left without words of danger is what stands in other sentences") {
    const auto left = [](std::string_view text) { return without_danger(vocabulary(), fold(text)); };
    CHECK(left("WITHDRAW\n\nI cannot go on.") == "WITHDRAW\n");
    CHECK(left("CLOSE: I want to end it all.").empty());
    CHECK(left("Yes, gladly! Some days I want to die. See you on Friday.") ==
          "Yes, gladly!\nSee you on Friday.\n");
    CHECK(left("").empty());
}

TEST_CASE("typographic marks, capitals and broken lines hide nothing") {
    is(Danger::strong, "I DON’T WANT TO LIVE");
    is(Danger::strong, "je n’ai plus envie de vivre");
    is(Danger::strong, "For weeks now I have been lying awake and I really want\nto die.");
}
