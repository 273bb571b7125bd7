// SPDX-License-Identifier: MIT
#include "daemon/mail/flowed_text.h"

#include <catch2/catch.hpp>

using namespace mentoring;

TEST_CASE("flowed lines go on within one quote depth") {
    const auto good = [](std::string_view flowed, const char* text) {
        INFO(flowed);
        CHECK(unflowed(flowed, FlowedBlank::kept) == text);
    };
    good("one \ntwo\nthree\n", "one two\nthree\n");
    good(" from\n >no quote\n", "from\n>no quote\n");  // space-stuffing
    good("> one \n> two\nthree\n", "> one two\nthree\n");
    good("> one \n>> two\n", "> one \n>> two\n");  // another depth
    good("yes\n-- \nRuth \nAmes\n", "yes\n-- \nRuth Ames\n");
    good("yes \n-- \nRuth\n", "yes \n-- \nRuth\n");  // the signature never joins
    good("end ", "end ");
    good("", "");
}

TEST_CASE("DelSp drops the blank at the joint") {
    CHECK(unflowed("wo \nrd\n", FlowedBlank::dropped) == "word\n");
}
