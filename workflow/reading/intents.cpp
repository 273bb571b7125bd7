// SPDX-License-Identifier: MIT
#include "workflow/reading/intents.h"

#include <array>
#include <utility>

namespace mentoring {

namespace {

constexpr unsigned complaint = doubt_negation | doubt_question | doubt_contrast | doubt_past;

constexpr std::array<IntentCharacter, 24> characters = {{
    {"accept", "decline", doubt_question},
    {"decline", "", doubt_negation | doubt_question | doubt_contrast},
    {"ask", "",
     doubt_negation | doubt_question | any_condition | doubt_alternative | doubt_postponement | doubt_again |
         doubt_hedge | doubt_past | doubt_elsewhere | doubt_wish,
     true},
    {"agree", "change", doubt_question},
    {"change", "agree", complaint | any_condition | doubt_hedge | doubt_alternative | doubt_exclusion, true},
    {"good", "unsure", doubt_question | doubt_past},
    {"unsure", "", complaint | doubt_hedge},
    {"new-mentor", "", complaint & ~doubt_past},
    {"met", "unsure", doubt_question | doubt_past},
    {"close", "", doubt_past},
    {"confirm", "object", doubt_past},
    {"object", "confirm", complaint | any_condition | doubt_postponement},
    {"yes", "another", 0},
    {"another", "", complaint},
    {"conflict", "", complaint},
    {"pause", "", doubt_negation},
    {"withdraw", "", complaint},
    {"status", "", complaint | doubt_hedge | any_condition, true},
    {"help", "", complaint | doubt_hedge, true},
    {"human", "", complaint | doubt_hedge, true},
    {"concern", "", complaint | doubt_hedge},
    {"what-do-you-keep", "", complaint, true},
    {"not-a-request", "", complaint},
    {"match", "", doubt_past},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> outweighed = {{
    {"good", "met"},
    {"good", "close"},
    {"good", "new-mentor"},
    {"unsure", "new-mentor"},
    {"met", "close"},
    {"agree", "change"},
    {"status", "human"},
    {"help", "human"},
    {"good", "pause"},
    {"good", "withdraw"},
    {"unsure", "withdraw"},
    {"ask", "accept"},
    {"not-a-request", "withdraw"},
    {"ask", "conflict"},
    {"accept", "conflict"},
    {"help", "status"},
}};

constexpr std::array<std::pair<unsigned, std::string_view>, 16> phrases = {{
    {doubt_correction, "a word taken back"},
    {doubt_mockery, "words that may be meant otherwise"},
    {any_condition, "a condition"},
    {doubt_alternative, "an alternative"},
    {doubt_exclusion, "an exception"},
    {doubt_postponement | doubt_again, "a decision put off"},
    {doubt_double_negation, "a double negation"},
    {doubt_reported, "words of somebody else"},
    {doubt_elsewhere, "words about something else"},
    {doubt_question, "a question"},
    {doubt_contrast, "a reservation"},
    {doubt_negation, "something denied"},
    {doubt_hedge, "not decided"},
    {doubt_past, "words about the past"},
    {doubt_wish, "a wish"},
    {doubt_receipt, "received, but not answered"},
}};

}

std::string_view doubt_phrase(unsigned doubts) {
    for (const auto& [doubt, phrase] : phrases)
        if (doubts & doubt) return phrase;
    return "nothing that answers the question";
}

bool IntentCharacter::is_outweighed_by(std::string_view other) const {
    for (const auto& [light, heavy] : outweighed)
        if (light == intent && heavy == other) return true;
    return false;
}

bool commits(std::string_view intent) {
    return intent == "accept" || intent == "agree" || intent == "confirm" || intent == "close" ||
           intent == "withdraw" || intent == "yes";
}

bool needs_plain_words(std::string_view intent) {
    return commits(intent) || intent == "good" || intent == "met";
}

std::string_view stands_for(std::string_view intent) {
    return intent == "close" ? "confirm" : "";
}

const Choice* choice_named(const Question& question, std::string_view intent) {
    for (const auto& choice : question.choices)
        if (choice.intent == intent) return &choice;
    return nullptr;
}

IntentCharacter character_of(std::string_view intent) {
    for (const auto& character : characters)
        if (character.intent == intent) return character;
    return {intent, "", 0, false};
}

}
