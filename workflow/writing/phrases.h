// SPDX-License-Identifier: MIT
// Small phrases that letters are filled with: days, spans, rhythms, lists.
#pragma once

#include <string>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/model/instant.h"

namespace mentoring {

// "Thursday, December 3".
std::string day_phrase(Date day);
// "every month", "every 3 weeks".
std::string rhythm_phrase(const Rhythm& rhythm);
// "by video".
std::string mode_phrase(MeetingMode mode);
// "1 working day", "5 working days".
std::string count_phrase(int count, const std::string& noun);
// "a", "a and b", "a, b and c".
std::string list_phrase(const std::vector<std::string>& items);
// "5, 4, –, 5": a dash where nothing was given; empty where nothing was given at all.
std::string ratings_phrase(const std::vector<std::optional<int>>& ratings);
// "NEW MENTOR" for new-mentor: as a letter prints an answer.
std::string answer_phrase(const std::string& intent);

}
