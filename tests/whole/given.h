// SPDX-License-Identifier: MIT
// Which answers a programme takes, and which of them were given in a play, by the daemon's own books. Each is
// written "PLACE: ANSWER by ROLE"; what may be said at any time is bound to nobody's letter: "any: ANSWER".
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "workflow/model/program.h"

namespace mentoring {

// Of every state by each role that may give it, of any time once, and YES and NO to "was this you?".
std::set<std::string> answers_of(const Program& program);
// The daemon must have stopped. `folder`: of the play.
std::set<std::string> answers_given(const std::filesystem::path& folder, const Program& program);

// What may be answered to any question of the front desk, "manager: yes", "second request: add"; and which of
// it was taken.
std::set<std::string> desk_choices();
std::set<std::string> desk_choices_taken(const std::filesystem::path& folder);

}
