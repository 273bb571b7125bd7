// SPDX-License-Identifier: MIT
// What an answer does beside moving the state, one function a word of the program's vocabulary.
#pragma once

#include <optional>
#include <string>

#include "workflow/deciding/decision.h"
#include "workflow/deciding/moves.h"

namespace mentoring {

// Nothing: done. Otherwise why it cannot be done, to be asked back; the case is unchanged then.
std::optional<std::string> act(Decision& decision, const Move& move);

// Oldest concern that nobody has addressed yet; nullptr: none.
Concern* open_concern(Case& of);

}
