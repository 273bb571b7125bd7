// SPDX-License-Identifier: MIT
#include "tests/whole/desk_courses.h"

namespace mentoring {

namespace {

const std::string ours = "manager+mentor@example.test";

StrayMail asks(const std::string& who, const std::string& to = {}) {
    return {who, "Mentor request", "Dear Marie, I would like to ask for a mentor.", to};
}

StrayMail asks_again(const std::string& who) {
    return {who, "Mentor", "Dear Marie, I would like to ask for a mentor for my research."};
}

StrayMail wonders(const std::string& who) {
    return {who, "Mentor program", "I heard about the mentor program. Could you tell me more?"};
}

std::vector<DeskCourse> courses_of_unclear_mail() {
    return {
        {"it is a request",
         {wonders("sofia.lund")},
         {{"manager", "sofia.lund@example.test", "YES", ""}, {"sofia.lund", "crisis", "", ""}}},
        {"it is nothing for the program",
         {wonders("tara.singh")},
         {{"manager", "tara.singh@example.test", "NO", ""}}},
        {"it is a request for somebody else",
         {{"kate.doyle", "colleague",
           "One of my junior partners needs a mentor badly. Could you match her?"}},
         {{"manager", "kate.doyle@example.test", "FOR", "Dr. Uma Patel"}, {"uma.patel", "crisis", "", ""}}},
        {"words of danger outside our letters",
         {{"ivy.chen", "Thursday", "I will not come on Thursday. I cannot go on."}},
         {{"manager", "please call now", "", ""},
          {"helen.osei", "please call now", "", ""},
          {"manager", "ivy.chen@example.test", "YES", ""},
          {"ivy.chen", "crisis", "", ""}}},
    };
}

std::vector<DeskCourse> courses_of_unknown_addresses() {
    return {
        {"a stranger is a member",
         {asks("eve", ours)},
         {{"manager", "eve@example.test", "SHE IS", "Dr. Nora Quinn"},
          {"nora.quinn", "is this address yours", "YES", ""},
          {"nora.quinn", "crisis", "", ""}}},
        {"a stranger is not that member",
         {asks("stranger", ours)},
         {{"manager", "stranger@example.test", "SHE IS", "Dr. Olga Brandt"},
          {"olga.brandt", "is this address yours", "NO", ""},
          {"manager", "it is not hers", "", ""}}},
        {"a stranger asks for a member",
         {asks("anna.at.home", ours)},
         {{"manager", "anna.at.home@example.test", "FOR", "Dr. Paula Reyes"},
          {"paula.reyes", "crisis", "", ""}}},
        {"somebody else answers her letter",
         {asks("beth.carver"), {"stranger", "", "WITHDRAW", "", "beth.carver"}},
         {{"manager", "stranger@example.test", "NO", ""},
          {"beth.carver", "an answer from another address", "", ""}}},
    };
}

std::vector<DeskCourse> courses_of_who_has_a_case() {
    const auto asks_twice = [](const std::string& who) {
        return std::vector<StrayMail>{asks(who), asks_again(who)};
    };
    const auto is_asked = [](const std::string& who, const std::string& answer) {
        return Turn{who, "a short question about your message", answer, ""};
    };
    return {
        {"it adds to her request",
         asks_twice("rosa.blanc"),
         {is_asked("rosa.blanc", "ADD"), {"rosa.blanc", "what you would like", "", ""}}},
        {"it is a request of its own",
         asks_twice("marta.silva"),
         {{"marta.silva", "crisis", "", ""},
          is_asked("marta.silva", "NEW"),
          {"marta.silva", "crisis", "", ""}}},
        {"it is neither", asks_twice("lucia.vega"), {is_asked("lucia.vega", "NEITHER")}},
        {"one of her two cases",
         {{"marta.silva", "Hello", "WITHDRAW"}},
         {{"marta.silva", "which one do you mean", "{number}", ""},
          {"marta.silva", "as you wished", "", ""}}},
    };
}

}

std::vector<DeskCourse> desk_courses() {
    std::vector<DeskCourse> all;
    for (const auto& courses :
         {courses_of_unclear_mail(), courses_of_unknown_addresses(), courses_of_who_has_a_case()})
        all.insert(all.end(), courses.begin(), courses.end());
    return all;
}

}
