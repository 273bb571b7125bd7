// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "daemon/mail/fold.h"
#include "workflow/reading/lexicon.h"

using namespace mentoring;

namespace {

std::vector<Alternatives> phrase(const std::vector<std::vector<std::string>>& parts) {
    std::vector<Alternatives> folded;
    for (const auto& part : parts) {
        auto& alternatives = folded.emplace_back();
        for (const auto& each : part) alternatives.push_back(fold(each));
    }
    return folded;
}

const Meaning yes{Sense::yes}, no{Sense::no};

// How many tokens the longest phrase at the beginning of the text has.
std::size_t length_of(const Lexicon& lexicon, const std::string& text) {
    const auto folded = fold(text);
    const auto found = lexicon.find(tokens_of(folded), 0, [](const Meaning&) { return true; });
    return found ? found->length : 0;
}

}

TEST_CASE("alternatives within a phrase each lead to what follows them, and to nothing else") {
    Lexicon lexicon;
    REQUIRE(lexicon.add(phrase({{"he", "she", "my chief"}, {"will", "would"}, {"hurt"}, {"me", "us"}}), no));
    REQUIRE(lexicon.add(phrase({{"she"}, {"will"}, {"write"}}), yes));
    CHECK(length_of(lexicon, "he will hurt me") == 4);
    CHECK(length_of(lexicon, "my chief would hurt us") == 5);
    CHECK(length_of(lexicon, "she will write") == 3);
    CHECK(length_of(lexicon, "he will write") == 0);  // only she does
    CHECK(length_of(lexicon, "my will hurt me") == 0);
    CHECK(length_of(lexicon, "she will hurt") == 0);
}

TEST_CASE("all meanings count that different ways through alternatives give the same words") {
    Lexicon lexicon;
    REQUIRE(lexicon.add(phrase({{"could", "can"}, {"you", "she"}}), yes));
    REQUIRE(lexicon.add(phrase({{"is", "could"}, {"you"}}), no));
    const auto folded = fold("could you");
    const auto found = lexicon.find(tokens_of(folded), 0, [](const Meaning&) { return true; });
    REQUIRE(found);
    CHECK(found->length == 2);
    CHECK(found->meanings.size() == 2);
}

TEST_CASE("what may be left out may be left out") {
    Lexicon lexicon;
    REQUIRE(lexicon.add(phrase({{"find"}, {"me", ""}, {"another"}, {"mentor", ""}}), yes));
    for (const auto* text :
         {"find me another mentor", "find another mentor", "find me another", "find another"}) {
        const auto folded = fold(text);
        CHECK(length_of(lexicon, text) == tokens_of(folded).size());
    }
    CHECK(length_of(lexicon, "find me") == 0);
}

TEST_CASE("gaps stand between words, up to three") {
    Lexicon lexicon;
    REQUIRE(lexicon.add(phrase({{"done", "finished"}, {"*"}, {"living"}}), no));
    CHECK(length_of(lexicon, "done living") == 2);
    CHECK(length_of(lexicon, "finished with all this living") == 5);
    CHECK(length_of(lexicon, "done with all of this living") == 0);
    CHECK(length_of(lexicon, "done, living") == 0);
}

TEST_CASE("a gap skips no negation") {
    Lexicon lexicon;
    REQUIRE(lexicon.add(phrase({{"not", "never"}}), {Sense::negation}));
    REQUIRE(lexicon.add(phrase({{"we"}, {"*"}, {"met"}}), yes));
    REQUIRE(lexicon.add(phrase({{"she"}, {"_"}, {"answers"}}), yes));
    CHECK(length_of(lexicon, "we finally met") == 3);
    CHECK(length_of(lexicon, "we have not met") == 0);
    CHECK(length_of(lexicon, "she always answers") == 3);
    CHECK(length_of(lexicon, "she never answers") == 0);
}

TEST_CASE("a phrase that can be empty, or can begin or end with a gap, is none") {
    Lexicon lexicon;
    CHECK_FALSE(lexicon.add(phrase({}), yes));
    CHECK_FALSE(lexicon.add(phrase({{"a", ""}, {"b", ""}}), yes));
    CHECK_FALSE(lexicon.add(phrase({{"a", ""}, {"*"}, {"b"}}), yes));
    CHECK_FALSE(lexicon.add(phrase({{"a"}, {"*"}, {"b", ""}}), yes));
    CHECK_FALSE(lexicon.add(phrase({{"_"}, {"b"}}), yes));
    CHECK_FALSE(lexicon.add(phrase({{"a b c d e f g"}, {"h i j k l m"}}), yes));  // thirteen words
    CHECK(length_of(lexicon, "a b") == 0);
}
