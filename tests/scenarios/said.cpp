// SPDX-License-Identifier: MIT
#include "tests/scenarios/said.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "workflow/writing/program_words.h"

namespace mentoring {

namespace {

bool is_number(const std::string& word) {
    return !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
}

// "working_together: by phone; timeline: until June"
void take_fields(Arguments& said, const std::string& words) {
    std::istringstream stream(words);
    for (std::string part; std::getline(stream, part, ';');) {
        const auto colon = part.find(": ");
        const auto from = part.find_first_not_of(' ');
        const auto name_ends = part.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", from);
        if (colon != std::string::npos && name_ends == colon)
            said.fields[part.substr(from, colon - from)] = part.substr(colon + 2);
    }
}

bool take_keyword(Arguments& said, const std::string& word) {
    if (word == "then") return said.order = InvitationOrder::in_turn, true;
    if (word == "or") return said.order = InvitationOrder::first_to_accept, true;
    if (word == "video") return said.mode = MeetingMode::video, true;
    if (word == "phone") return said.mode = MeetingMode::phone, true;
    if (word == "in-person") return said.mode = MeetingMode::in_person, true;
    if (const auto date = date_from_iso(word)) return said.date = *date, true;
    if (const auto rhythm = rhythm_from(word)) return said.rhythm = *rhythm, true;
    return false;
}

void take_word(Arguments& said, const Town& town, const std::string& intent, const std::string& word) {
    if (take_keyword(said, word)) return;
    if (intent == "evaluation")
        said.ratings.push_back(is_number(word) ? std::optional(std::stoi(word)) : std::nullopt);
    else if (is_number(word))
        said.mentors.push_back(town.present.suggested.at(static_cast<std::size_t>(std::stoi(word)) - 1));
    else
        said.mentors.push_back(town.id(word));
}

}

Answer answer_said(const Town& town, const std::string& text) {
    const auto bar = text.find(" | ");
    std::istringstream words(text.substr(0, bar));
    Answer answer;
    answer.clarity = Clarity::clear;
    words >> answer.intent;
    for (std::string word; words >> word;) take_word(answer.arguments, town, answer.intent, word);
    if (bar == std::string::npos) return answer;
    const auto rest = text.substr(bar + 3);
    take_fields(answer.arguments, rest);
    if (answer.arguments.fields.empty()) answer.arguments.text = rest;
    return answer;
}

}
