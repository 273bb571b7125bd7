// SPDX-License-Identifier: MIT
// What follows from an answer: whose it is, to which visit it belongs, whether it is proven well enough, and
// then the shape that takes it. Never guesses: what is not clear is asked back with the choices.
#pragma once

#include "workflow/deciding/decision.h"
#include "workflow/deciding/moves.h"
#include "workflow/model/event.h"

namespace mentoring {

// How long a decision that came without strong proof is kept for the YES to our challenge.
inline constexpr std::chrono::hours challenge_open{72};

void take(Decision& decision, const Answered& answered);
void take(Decision& decision, const Confirmed& confirmed);

// Takes the answer that is set in the decision as said by its writer.
void take_move(Decision& decision, const Move& move);
// Silence or refusal of a mentor's free place counts as an answer too: the transition without its words.
void ask_back(Decision& decision, const Visit& visit, const std::string& doubt);

}
