// SPDX-License-Identifier: MIT
// How a case and its pairings pass from state to state: what is dropped on leaving, set on entering, and what
// follows when nobody is asked any more or the last pairing has ended.
#pragma once

#include <string>
#include <vector>

#include "workflow/deciding/decision.h"

namespace mentoring {

// The case enters that state: new visit, waits, suggestions where a mentor is to be named, entry letters. A
// final state ends all pairings with `outcome_of_rest`.
void enter(Decision& decision, const std::string& state);
// The pairing enters that state; a state that she has waived is passed over.
void enter_pairing(Decision& decision, int number, const std::string& state);
void end_pairing(Decision& decision, int number, const std::string& outcome);
// An invitation that nobody has said yes to yet: she is thanked, unless it has not left the house.
void take_back_invitation(Decision& decision, int number);
// Invites those mentors, in the given order of asking.
void invite(Decision& decision, const State& into, const std::vector<PersonId>& mentors,
            InvitationOrder order);
// Moves on where nobody is asked any more, or nobody is paired any more; asks the next in turn.
void settle(Decision& decision);
// A pairing's answer leads the case on as well, while it is in a state that lasts as long as pairings run.
void lead_case_on(Decision& decision, const std::string& target);
// Something new to say while the letter that asks for a mentor still rests: it is written anew, with new
// suggestions. False: it has gone out.
bool ask_anew_while_resting(Decision& decision);
// Entry letters of what was entered and not left again; they give way to letters of the answer itself.
void order_entry_letters(Decision& decision);
// `target`, or where it goes instead once a mentor has said yes.
std::string where_to(const Decision& decision, const std::string& target, const std::string& once_paired);

inline constexpr const char* outcome_withdrawn = "withdrawn";
inline constexpr const char* outcome_gone = "gone";
inline constexpr const char* outcome_full = "full";
inline constexpr const char* outcome_not_asked = "not-asked";

}
