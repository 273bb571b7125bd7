// SPDX-License-Identifier: MIT
#include "workflow/reading/ratings.h"

#include <catch2/catch.hpp>

#include "daemon/mail/fold.h"
#include "tests/tools/replies.h"

using namespace mentoring;

namespace {

const RatedQuestions rated{
    {"How well did the programme respond?", "How well did your mentor's experience fit?", "Did it help?",
     "Would you recommend it?"},
    5};

const Vocabulary& vocabulary() {
    static const auto words = words_of_checkout();
    return words;
}

std::string shown(const WrittenRatings& written) {
    if (!written.doubt.empty()) return "doubt";
    std::string text;
    for (const auto& value : written.values) text += value ? std::to_string(*value) : "-";
    return written.comment.empty() ? text : text + " " + written.comment;
}

void rates(std::string_view text, std::string_view expected) {
    CAPTURE(text);
    const auto folded = fold(text);
    const auto passage = passage_of(
        vocabulary().answer, folded, [](const Meaning& meaning) { return meaning.sense != Sense::known; },
        [](std::string_view) { return false; });
    CHECK(shown(written_ratings(passage, rated, fold)) == expected);
}

}

TEST_CASE("several questions may be rated at once, from either end") {
    rates("Five for the first three, four for the last.", "5554");
    rates("5 for the last two, 3 for the first two", "3355");
    rates("Five out of five for the first two and four for the last two.", "5544");
    rates("The first two get 5, the others 4", "5544");
    rates("4 for everything except the last, which is a 5.", "4445");
    rates("first 3 second 4 third 4 last 5", "3445");
    rates("first one is a four second one is a five third one is a three and the last one is a five", "4535");
    rates("-1 5 5 5", "doubt");  // a minus, or a dash
    rates("I'm not going to say 5 5 5 5 just to be polite.", "doubt");
    rates("No complaints: 5 5 5 5", "5555 No complaints");
    rates("All fives, or all ones, I keep changing my mind.", "doubt");
    rates("Response 3\nFit 5\nDid it help 5\nRecommend 4", "3554");
    rates("Fours for the first three and a 5 for the last.", "4445");
    rates(
        "For the first question I give you a four, for the second a five, for the third a five, and for the "
        "fourth a five.",
        "4555");
    rates("Response: 2. Fit: 5. Help: 4. Recommend: 4. You were slow.", "2544 You were slow.");
    rates("I'd put 2s all the way down, but that's not what you're asking.", "doubt");
    rates("Boardroom 4545.", "---- Boardroom 4545.");
    rates("You can reach me at 5443 after lunch.", "---- You can reach me at 5443 after lunch.");
    rates("Lovely on the first three, four for the last.", "doubt");
    rates("The first 3, 4 for the last", "doubt");
    rates("first 4 second 4 third 3 last 3", "4433");
    rates("I would give 5s if we had met more often.", "doubt");
    rates("Dr. Cole gave hers 5 across the board.", "doubt");
    rates("5 for the first five", "doubt");
}

TEST_CASE("ratings are read in the notations people use") {
    rates("5 4 5 5", "5455");
    rates("5455", "5455");
    rates("3 - 4 - 4 - 5", "3445");
    rates("a) 5 b) 4 c) 3 d) 2", "5432");
    rates("5, 4, 5 and 5", "5455");
    rates("5/4/5/5", "5455");
    rates("1: 5\n2: 4\n3: 5\n4: 5", "5455");
    rates("Q1 4/5, Q2 5/5", "45--");
    rates("4 out of 5, 5 out of 5, 5 out of 5, 5 out of 5", "4555");
    rates("★★★★★ ★★★★☆ ★★★☆☆ ★★★★★", "5435");
    rates("five four five five", "5455");
    rates("All fives!", "5555");
    rates("5 for everything", "5555");
    rates("Recommend: 5\nHelp: 4", "--45");
    rates("Q1: 5, Q2: n/a, Q3: 4, Q4: 5", "5-45");
    rates("Todo 5", "5555");
    rates("que des 5 !", "5555");
}

TEST_CASE("what stands beside the figures is the comment") {
    rates("5 5 4 5. The matching took long.", "5545 The matching took long.");
    rates("1. 5 - very quick\n2. 4\n3. 5\n4. 5", "5455 very quick");
    rates("It was very good", "---- It was very good");
    rates("We met 6 times in 3 months", "---- We met 6 times in 3 months");
}

TEST_CASE("figures that cannot be placed are asked back") {
    rates("6 5 5 5", "doubt");  // not on the scale
    rates("0 5 5 5", "doubt");
    rates("10/10 9/10 8/10 9/10", "doubt");  // another scale
    rates("4.5 5 5 5", "doubt");
    rates("5 5 5", "doubt");  // which of the four?
    rates("5 5 5 5 5", "doubt");
    rates("Q1 5 Q1 4", "doubt");  // two of one
    rates("5 5 5 5, wait, 4 for the last", "doubt");
    rates("1 1 1 1, best program ever!", "doubt");  // perhaps she turned the scale around
    rates("5 5 5 5?", "doubt");
}

TEST_CASE("ratings under quoted questions belong to the nearest one above") {
    const auto written = ratings_below({{"1. How well did the programme respond?", "4"},
                                        {"2. How well did your mentor fit?\n3. Did it help?", "5 - a lot"},
                                        {"Anything else?", "No, thank you!"}},
                                       rated, fold, vocabulary());
    CHECK(written.any);
    CHECK(written.values == std::vector<std::optional<int>>{4, std::nullopt, 5, std::nullopt});
    CHECK(written.comment == "a lot\nNo, thank you!");
}
