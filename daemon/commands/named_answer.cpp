// SPDX-License-Identifier: MIT
#include "daemon/commands/named_answer.h"

namespace mentoring {
namespace {

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
