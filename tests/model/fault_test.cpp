// SPDX-License-Identifier: MIT
#include "workflow/model/fault.h"

#include <catch2/catch.hpp>

using namespace mentoring;

TEST_CASE("a fault says where, what and what was probably meant") {
    CHECK(to_string(
              {"balance.toml", 31, "goto = \"invitng\": no such state", "did you mean \"inviting\"?", {}}) ==
          "balance.toml:31: goto = \"invitng\": no such state; did you mean \"inviting\"?");
    CHECK(to_string({"balance.toml", 0, "no state at all", "", {}}) == "balance.toml: no state at all");
    CHECK(to_string({"", 0, "no mailbox", "", {}}) == "no mailbox");
    CHECK(to_string({"mentord.toml", 3, "no evaluation mailbox", "", Severity::warning}) ==
          "mentord.toml:3: warning: no evaluation mailbox");
}

TEST_CASE("a warning alone is no fault") {
    CHECK_FALSE(any_fault({}));
    CHECK_FALSE(any_fault({{"", 0, "x", "", Severity::warning}}));
    CHECK(any_fault({{"", 0, "x", "", Severity::warning}, {"", 0, "y", "", Severity::fault}}));
}

TEST_CASE("the nearest word is proposed, and none where none is near") {
    const std::vector<std::string> states{"review", "inviting", "introducing", "under-way"};
    CHECK(closest("invitng", states) == "inviting");    // a letter missing
    CHECK(closest("reveiw", states) == "review");       // two letters swapped
    CHECK(closest("Review", states) == "review");       // case
    CHECK(closest("underway", states) == "under-way");  // a hyphen missing
    CHECK(closest("evaluation", states).empty());       // another word
    CHECK(closest("", states).empty());                 // nothing to compare
    CHECK(closest("x", {"y"}).empty());                 // all letters replaced is no likeness
    CHECK(closest(std::string(5000, 'a'), {std::string(5000, 'a')}).empty());  // bounded
    CHECK(did_you_mean("invitng", states) == "did you mean \"inviting\"?");
    CHECK(did_you_mean("zzzzzz", states).empty());
}
