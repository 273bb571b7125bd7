// SPDX-License-Identifier: MIT
#include "daemon/letters/subject.h"

#include <catch2/catch.hpp>

#include "daemon/letters/mailto.h"

using namespace mentoring;

TEST_CASE("the prefix of a subject names the thread and nothing else") {
    CHECK(subject_prefix({"Balance", "2026-014", "k7f3m2qa"}) == "Balance 2026-014-k7f3m2qa");
    CHECK(subject_prefix({"", "2026-014", "k7f3m2qa"}) == "2026-014-k7f3m2qa");  // a discreet person
    CHECK(subject_prefix({"Balance", "", ""}) == "Balance");
    CHECK(subject_prefix({"", "", ""}).empty());
}

TEST_CASE("a prefilled answer carries the token in its subject where the address cannot") {
    CHECK(answer_subject("Balance 2026-014-k7f3m2qa", "") == "Balance 2026-014-k7f3m2qa");
    CHECK(answer_subject("Balance 2026-014-k7f3m2qa", "abcd") == "Balance 2026-014-k7f3m2qa abcd");
    CHECK(answer_subject("", "abcd") == "abcd");
}

TEST_CASE("the code is found behind what mail programs put around a subject") {
    const FoundCode code{"2026-014", "k7f3m2qa"};
    const auto found = [&](const char* subject) {
        INFO(subject);
        CHECK(find_subject_code(subject) == code);
    };
    found("Balance 2026-014-k7f3m2qa: a short question");
    found("Re: Balance 2026-014-k7f3m2qa: a short question");
    found("AW: WG: Fwd: [EXTERNAL] Balance 2026-014-k7f3m2qa");
    found("RE: BALANCE 2026-014-K7F3M2QA: A SHORT QUESTION");
    found("[balance 2026-014-k7f3m2qa]");
    found("2026-014-k7f3m2qa");
    found("about 2026-11-22: Balance 2026-014-k7f3m2qa");  // a date before it
    CHECK(find_subject_code("2026-123456-k7f3m2qa")->number == "2026-123456");
}

TEST_CASE("what merely resembles a code is none") {
    const auto none = [](const std::string& subject) {
        INFO(subject);
        CHECK_FALSE(find_subject_code(subject));
    };
    none("");
    none("Balance 2026-014");                              // no code
    none("Balance 2026-014-k7f3m2q");                      // seven characters
    none("Balance 2026-014-k7f3m2qax");                    // nine
    none("Balance 2026-014-k7f3m2q1");                     // 1 is not of the alphabet
    none("Balance 12026-014-k7f3m2qa");                    // five digits
    none("Balance 2026-14-k7f3m2qa");                      // two digits
    none("Balance x2026-014-k7f3m2qa");                    // within a word
    none(std::string(1'000, 'x') + " 2026-014-k7f3m2qa");  // beyond the bound
}

TEST_CASE("a mailto link is encoded so that every mail program fills in the same") {
    CHECK(mailto_link("manager+k7@example.org", "Balance 2026-014-k7f3m2qa", "MATCH 1 2") ==
          "mailto:manager%2Bk7@example.org?subject=Balance%202026-014-k7f3m2qa&body=MATCH%201%202");
    CHECK(mailto_link("m@example.org", "a", "1: \n\n2: \n") ==
          "mailto:m@example.org?subject=a&body=1%3A%20%0D%0A%0D%0A2%3A%20%0D%0A");
    CHECK(mailto_link("m@example.org", "ä", "50%&?#\"'<>") ==
          "mailto:m@example.org?subject=%C3%A4&body=50%25%26%3F%23%22%27%3C%3E");
}

TEST_CASE("a mailto link stays below 1,500 octets") {
    CHECK(mailto_link("m@example.org", "a", std::string(2'000, 'x')) == "mailto:m@example.org?subject=a");
    CHECK(mailto_link("m@example.org", std::string(2'000, 'x'), "ACCEPT") == "mailto:m@example.org");
    CHECK(mailto_link("m@example.org", "a", std::string(1'400, 'x')).size() < mailto_octets_max);
}
