// SPDX-License-Identifier: MIT
// The vocabulary by which answers, requests and words of danger are read: phrases of several languages, each
// with what it means. A value without files; daemon/settings/word_files fills it from config/words.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/reading/danger_weights.h"
#include "workflow/reading/lexicon.h"

namespace mentoring {

// Every word a person can be offered. A programme file arranges them; config/words says how people say them.
inline constexpr std::array<std::string_view, 50> intent_names = {"match",
                                                                  "decline",
                                                                  "ask",
                                                                  "pass",
                                                                  "accept",
                                                                  "conflict",
                                                                  "yes",
                                                                  "another",
                                                                  "sent",
                                                                  "agree",
                                                                  "change",
                                                                  "good",
                                                                  "unsure",
                                                                  "new-mentor",
                                                                  "met",
                                                                  "close",
                                                                  "confirm",
                                                                  "object",
                                                                  "evaluation",
                                                                  "pause",
                                                                  "resume",
                                                                  "withdraw",
                                                                  "status",
                                                                  "help",
                                                                  "human",
                                                                  "concern",
                                                                  "undo",
                                                                  "send",
                                                                  "add",
                                                                  "new",
                                                                  "neither",
                                                                  "stop-check-ins",
                                                                  "less",
                                                                  "not-a-request",
                                                                  "anyone",
                                                                  "addressed",
                                                                  "hold-mentor",
                                                                  "second",
                                                                  "talked-to",
                                                                  "to-chair",
                                                                  "to-member",
                                                                  "not-to-chair",
                                                                  "what-do-you-keep",
                                                                  "erase-it",
                                                                  "send-it",
                                                                  "she-is",
                                                                  "for",
                                                                  "gone",
                                                                  "go-on",
                                                                  "not-yet"};

// What a member may say that she wants; read as intents too.
inline constexpr std::array<std::string_view, 4> wish_names = {"sounding-board", "advice", "skills", "plan"};

struct Vocabulary {
    std::vector<std::string>
        languages;  // "en", "es", "fr": the file stems, in the order of Meaning::language
    Respelling respelling;
    Lexicon answer;  // values of intent senses are places in `intents`
    Lexicon danger;
    DangerWeights danger_weights;
    Lexicon request;
    std::vector<std::string> intents;  // intent_names, then the wishes
};

}
