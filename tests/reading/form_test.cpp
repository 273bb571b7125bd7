// SPDX-License-Identifier: MIT
#include "workflow/reading/form.h"

#include <catch2/catch.hpp>

#include "daemon/mail/fold.h"

using namespace mentoring;

namespace {

std::vector<FormField> guidelines() {
    const auto field = [](std::string name, std::string label, std::string question) {
        FormField made;
        made.name = std::move(name);
        made.label = std::move(label);
        made.question = std::move(question);
        return made;
    };
    return {field("working_together", "Working together", "How would you like to work together?"),
            field("goals", "Issues and goals", "What can you offer?"),
            field("timeline", "Timeline", "How often, and until when?"),
            field("closure", "Closure", "How will you both know that it is done?")};
}

using Answers = std::map<std::string, std::string>;
using Names = std::vector<std::string>;

FormReading read(std::string_view text, const Answers& known = {}) {
    return read_form(guidelines(), fold, text, {}, known);
}

}

TEST_CASE("a form is filled in by number, letter or label") {
    const Answers all = {{"working_together", "by phone"},
                         {"goals", "career advice"},
                         {"timeline", "monthly, until June"},
                         {"closure", "we'll see"}};
    CHECK(read("1. by phone\n2. career advice\n3. monthly, until June\n4. we'll see").answers == all);
    CHECK(read("a) by phone\nb) career advice\nc) monthly, until June\nd) we'll see").answers == all);
    CHECK(read("Working together: by phone\nIssues and goals: career advice\nTimeline - monthly, until "
               "June\nCLOSURE: we'll see")
              .answers == all);
    CHECK(read("1. by phone 2. career advice 3. monthly, until June 4. we'll see").answers == all);
    CHECK(read("Hi,\n\n1) Working together: by phone\n2) career advice\n3) monthly, until June\n4) we'll see")
              .answers == all);
}

TEST_CASE("an answer may take several lines") {
    const auto form = read("1. by phone,\nor by video\n\n2. career advice");
    CHECK(form.answers.at("working_together") == "by phone,\nor by video");
    CHECK(form.missing == Names{"timeline", "closure"});
}

TEST_CASE("answers stand under the quoted questions") {
    const auto form = read_form(
        guidelines(), fold, "by phone\nweekly",
        {{"1. How would you like to work together?", "by phone"}, {"How often, and until when?", "weekly"}});
    CHECK(form.answers == Answers{{"working_together", "by phone"}, {"timeline", "weekly"}});
    CHECK(form.missing == Names{"goals", "closure"});
}

TEST_CASE("a form grows over several mails") {
    const auto second =
        read("3: weekly\n4: in June", {{"working_together", "by phone"}, {"goals", "advice"}});
    CHECK(second.missing.empty());
    CHECK(second.answers.at("goals") == "advice");
    const auto last =
        read("When she feels ready.", {{"working_together", "a"}, {"goals", "b"}, {"timeline", "c"}});
    CHECK(last.answers.at("closure") == "When she feels ready.");  // the only one still missing
    CHECK(read("1. by video", {{"working_together", "by phone"}}).answers.at("working_together") ==
          "by video");
}

TEST_CASE("words that belong to no field are kept apart") {
    const auto form = read("I will think about it.");
    CHECK(form.answers.empty());
    CHECK(form.unplaced == "I will think about it.");
    CHECK(form.missing.size() == 4);
}

TEST_CASE("a field answered in two ways is not taken") {
    const auto form = read("1. by phone\n1. by video\n2. advice");
    CHECK(form.twice == Names{"working_together"});
    CHECK_FALSE(form.answers.contains("working_together"));
}

TEST_CASE("figures and dates are no labels") {
    const auto form = read("3. We meet on 2.12. and 3.1., about 4 times");
    CHECK(form.answers == Answers{{"timeline", "We meet on 2.12. and 3.1., about 4 times"}});
}
