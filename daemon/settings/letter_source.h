// SPDX-License-Identifier: MIT
// One letter file taken apart: front lines ("Subject: …", "Answer accept: ACCEPT – yes, gladly"), a blank
// line, the body with its parts set in.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "workflow/model/fault.h"
#include "workflow/writing/letter_template.h"

namespace mentoring {

using LetterParts = std::map<std::string, std::string>;
using Answers = std::map<std::string, AnswerWords>;

// `name` and `file` are set by the caller; `answers` are those of all letters, over which its own are laid.
LetterTemplate letter_from(std::string_view text, const std::string& name, const std::string& file,
                           const LetterParts& parts, const Answers& answers, Faults& faults);

// "accept: ACCEPT – yes, gladly", one a line; "#" begins a comment.
Answers answers_from(std::string_view text, const std::string& file, Faults& faults);

}
