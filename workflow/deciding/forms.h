// SPDX-License-Identifier: MIT
// form: fields collected by mail, over as many mails as it takes. What is given stands; what is missing is
// asked again; complete, the case goes on. Ratings are a form too: its words are for its readers alone.
#pragma once

#include <string>
#include <vector>

#include "workflow/deciding/decision.h"
#include "workflow/deciding/moves.h"

namespace mentoring {

inline constexpr const char* comment_words = "comment";

void take_form(Decision& decision, const Move& move);
// Needed fields that nobody has filled in yet.
std::vector<FormField> missing_fields(const Form& form, const std::map<std::string, Words>& kept);
// Questions without a rating, from 1.
std::vector<int> missing_ratings(const Program& program, const Case& of);

}
