// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "daemon/mail/fold.h"
#include "daemon/settings/situations.h"
#include "tests/tools/replies.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/persons.h"
#include "workflow/reading/spelling.h"

using namespace mentoring;

namespace {

const Vocabulary& vocabulary() {
    static const auto words = words_of_checkout();
    return words;
}

// "1 2 ?": the persons mentioned, "?" for nobody known, "!" for several of that name.
std::string mentioned(std::string_view text, const Question& question) {
    const NamedPeople people(question, fold, vocabulary());
    const auto folded = fold(text);
    const auto passage = passage_of(
        vocabulary().answer, folded, [](const Meaning& meaning) { return meaning.sense != Sense::known; },
        [&](std::string_view word) { return people.bears(word); });
    std::string found;
    for (const auto& mention : people.mentions(passage)) {
        if (!found.empty()) found += ' ';
        found += mention.kind == Mention::Kind::one         ? std::to_string(mention.person.value)
                 : mention.kind == Mention::Kind::ambiguous ? "!"
                                                            : "?";
    }
    return found;
}

void names(std::string_view text, std::string_view expected) {
    CAPTURE(text);
    CHECK(mentioned(text, *sample_question("review", *date_from_iso("2026-11-22"))) == expected);
}

}

TEST_CASE("people are named by any part of their names, misspelt or without accents") {
    names("Ada", "1");
    names("LINDQVIST", "1");
    names("Dr. Ada Lindqvist", "1");
    names("Lindquist", "1");  // one letter
    names("Ngyuen", "3");     // two neighbours swapped
    names("Chloé and Bea", "3 2");
    names("Dana Whitfield", "4");  // on the roster, not on the list
    names("Bea R.", "2");          // an initial that fits
    names("Romano Bea", "2");
}

TEST_CASE("nobody is guessed") {
    names("Ada Smith", "?");  // another Ada
    names("Dr. Smith", "?");  // nobody of that name
    names("Bea S.", "?");     // an initial that does not fit
    names("be a good mentor", "");
    names("Diana", "");  // Dana is too short a name to be misspelt
}

TEST_CASE("a name that several bear is ambiguous, unless one of them was suggested") {
    Question question;
    question.roster = {{PersonId{7}, "Dr. Ana Ruiz"}, {PersonId{8}, "Dr. Ana Soler"}};
    CHECK(mentioned("Ana", question) == "!");
    CHECK(mentioned("Ana Soler", question) == "8");
    question.candidates = {{PersonId{7}, "Dr. Ana Ruiz"}};
    CHECK(mentioned("Ana", question) == "7");
}

TEST_CASE("numbers, ordinals and number words name the printed list") {
    names("2", "2");
    names("#1 and #3", "1 3");
    names("the second one", "2");
    names("first and third", "1 3");
    names("all three", "1 2 3");
    names("two and three", "2 3");
    names("the last one", "3");
    names("7", "?");
}

TEST_CASE("figures that count, date or ring up are no candidates") {
    names("2 mentors", "");
    names("in 3 weeks", "");
    names("617-555-0199", "");
    names("on March 3", "");
    names("First, thank you", "");
    names("at 2:30", "");
}

TEST_CASE("spelling distance counts letters and swapped neighbours") {
    CHECK(spelling_distance("nguyen", "ngyuen", 2) == 1);
    CHECK(spelling_distance("romano", "romana", 2) == 1);
    CHECK(spelling_distance("ada", "beatrix", 2) == 3);  // more than was asked
    CHECK(spelling_distance("", "", 2) == 0);
}
