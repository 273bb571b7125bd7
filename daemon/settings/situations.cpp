// SPDX-License-Identifier: MIT
#include "daemon/settings/situations.h"

#include <algorithm>
#include <array>

namespace mentoring {

namespace {

struct Situation {
    std::string_view name;
    std::string_view role;
    std::vector<Choice> choices;
};

const std::vector<Situation>& situations() {
    static const std::vector<Situation> all = {
        {"review", "chair", {{"match", Takes::mentors}, {"decline", Takes::reason}, {"ask", Takes::text}}},
        {"invitation",
         "mentor",
         {{"accept", Takes::nothing, true}, {"decline", Takes::reason, false, true}, {"ask", Takes::text}}},
        {"guidelines", "mentee", {{"agree", Takes::nothing, true}, {"change", Takes::text}}},
        {"checkin", "mentee", {{"good"}, {"unsure"}, {"new-mentor"}, {"met", Takes::meeting}, {"close"}}},
        {"closing", "mentee", {{"confirm", Takes::nothing, true}, {"object", Takes::reason, false, true}}},
        {"evaluation", "mentee", {{"evaluation", Takes::ratings}}},
        {"away", "mentor", {{"pause", Takes::date}}},
        {"any", "mentee", {{"withdraw"}, {"status"}, {"help"}}},
    };
    return all;
}

const std::vector<NamedPerson> suggested = {
    {PersonId{1}, "Dr. Ada Lindqvist"}, {PersonId{2}, "Dr. Bea Romano"}, {PersonId{3}, "Dr. Chloe Nguyen"}};
const std::vector<NamedPerson> others = {{PersonId{4}, "Dr. Dana Whitfield"},
                                         {PersonId{5}, "Dr. Elena Petrova"}};
const std::vector<std::string> offices = {"Dr. Ruth Ames", "Marie Keller"};
const std::vector<std::string> rated = {
    "How well did the programme respond to your request?", "How well did your mentor's experience fit?",
    "Did the mentoring help you?", "Would you recommend the programme to a colleague?"};

}

std::vector<std::string> situation_names() {
    std::vector<std::string> names;
    for (const auto& situation : situations()) names.emplace_back(situation.name);
    return names;
}

std::optional<Question> sample_question(std::string_view name, Date today) {
    const auto& all = situations();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Situation& one) { return one.name == name; });
    if (found == all.end()) return std::nullopt;
    Question question;
    question.situation = found->name;
    question.role = found->role;
    question.choices = found->choices;
    question.addressees = offices;
    for (const auto* people : {&suggested, &others})
        for (const auto& person : *people) question.addressees.push_back(person.name);
    question.today = today;
    if (name == "review") {
        question.candidates = suggested;
        question.roster = suggested;
        question.roster.insert(question.roster.end(), others.begin(), others.end());
    }
    if (name == "evaluation") question.rated = rated;
    return question;
}

}
