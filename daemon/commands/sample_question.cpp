// SPDX-License-Identifier: MIT
#include "daemon/commands/sample_question.h"

#include <algorithm>
#include <array>

namespace mentoring {
namespace {

struct Sample {
    std::string_view situation;
    std::string_view role;
    std::vector<Choice> choices;
};

std::vector<Choice> with_common(std::vector<Choice> choices) {
    choices.push_back({"withdraw", Takes::reason});
    choices.push_back({"status", Takes::nothing});
    choices.push_back({"help", Takes::nothing});
    return choices;
}

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all = {
        {"review",
         "chair",
         {{"match", Takes::mentors}, {"decline", Takes::reason, false, true}, {"ask", Takes::text}}},
        {"invitation",
         "mentor",
         {{"accept", Takes::nothing, true}, {"decline", Takes::reason, false, true}, {"ask", Takes::text}}},
        {"guidelines", "mentee", {{"agree", Takes::nothing, true}, {"change", Takes::text, false, true}}},
        {"checkin", "mentee",
         with_common({{"good", Takes::nothing},
                      {"unsure", Takes::nothing},
                      {"new-mentor", Takes::reason},
                      {"met", Takes::meeting},
                      {"close", Takes::reason}})},
        {"closing", "mentee", {{"confirm", Takes::nothing, true}, {"object", Takes::reason, false, true}}},
        {"evaluation", "mentee", {{"evaluation", Takes::ratings}}},
        {"away", "mentor", {{"pause", Takes::date}}},
        {"any", "mentee", with_common({})},
    };
    return all;
}

std::string mode_name(MeetingMode mode) {
    switch (mode) {
        case MeetingMode::video:
            return "video";
        case MeetingMode::phone:
            return "phone";
        case MeetingMode::in_person:
            return "in-person";
    }
    return {};
}

std::string name_of(PersonId id, const Question& question) {
    for (const auto* people : {&question.candidates, &question.roster})
        for (const NamedPerson& person : *people)
            if (person.id == id) return person.name;
    return {};
}

// What the free words of an answer are called, intent by intent.
std::string text_argument(std::string_view intent) {
    if (intent == "ask") return "question";
    if (intent == "change") return "what";
    if (intent == "evaluation") return "comment";
    return "reason";
}

void name_ratings(const Answer& answer, NamedAnswer& named) {
    for (std::size_t at = 0; at < answer.arguments.ratings.size(); ++at)
        named.arguments["q" + std::to_string(at + 1)] = answer.arguments.ratings[at];
}

}

std::vector<std::string_view> sample_situations() {
    std::vector<std::string_view> names;
    for (const Sample& sample : samples()) names.push_back(sample.situation);
    names.push_back("request");
    return names;
}

std::optional<Question> sample_question(std::string_view situation, Date today) {
    const auto sample = std::find_if(samples().begin(), samples().end(),
                                     [&](const Sample& each) { return each.situation == situation; });
    if (sample == samples().end()) return std::nullopt;
    Question question;
    question.situation = sample->situation;
    question.role = sample->role;
    question.choices = sample->choices;
    question.candidates = {{PersonId{1}, "Dr. Ada Lindqvist"},
                           {PersonId{2}, "Dr. Bea Romano"},
                           {PersonId{3}, "Dr. Chloe Nguyen"}};
    question.roster = {{PersonId{4}, "Dr. Dana Whitfield"}, {PersonId{5}, "Dr. Elena Petrova"}};
    if (situation == "evaluation") question.rated = {"q1", "q2", "q3", "q4"};
    question.today = today;
    return question;
}

NamedAnswer named(const Answer& answer, const Question& question) {
    NamedAnswer named;
    named.doubt = answer.doubt;
    named.intent = answer.clarity == Clarity::clear       ? answer.intent
                   : answer.clarity == Clarity::automatic ? "automatic"
                                                          : "unclear";
    if (answer.clarity != Clarity::clear) return named;
    const Arguments& arguments = answer.arguments;
    std::vector<std::string> mentors;
    for (const PersonId id : arguments.mentors) mentors.push_back(name_of(id, question));
    if (!mentors.empty()) named.arguments["mentors"] = mentors;
    if (arguments.date)
        named.arguments[answer.intent == "pause" ? "until" : "date"] = iso_date(*arguments.date);
    if (arguments.mode) named.arguments["mode"] = mode_name(*arguments.mode);
    if (!arguments.text.empty()) named.arguments[text_argument(answer.intent)] = arguments.text;
    name_ratings(answer, named);
    return named;
}

}
