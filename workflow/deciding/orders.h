// SPDX-License-Identifier: MIT
// Letter orders of the program to letters: who gets them, which kept words they carry, what may be answered.
// One recipient a letter; what goes to one person in one step is one letter, the first ordered one.
#pragma once

#include <string>
#include <vector>

#include "workflow/deciding/decision.h"

namespace mentoring {

// `reminder`: a letter that nobody asked for; the budget counts and spreads it.
enum class Cause { event, reminder };
// Entry letters of a state give way to a letter about the same that she gets in this decision already.
enum class Precedence { ordered, gives_way };

// What answers to a state's own letters are about: ratings are for their readers alone.
Purpose purpose_of(const State& state);

// Orders go out as seen from that visit: "owner", "other", the pairing's words.
void order(Decision& decision, const Visit& visit, const std::vector<LetterOrder>& orders,
           Cause cause = Cause::event, Precedence precedence = Precedence::ordered);
// The entry letters of a visit that somebody else takes over: nothing is left to be taken back, so they do
// not rest.
void order_for_successor(Decision& decision, const Visit& visit);
// A letter that no program orders by name: "unclear", "challenge", "past-step".
Letter& write_to(Decision& decision, const Visit& visit, const std::string& name, PersonId recipient);
// About that pairing, or the case (0).
bool written_to(const Decision& decision, PersonId recipient, int pairing);

// A receipt to the writer is no reason to leave out the letter that asks her something new: it goes instead.
void make_room_for_entry(Decision& decision, const Visit& visit);
// Who decided something that rests hears it told back, so that she can say UNDO.
void tell_back_what_rests(Decision& decision);

// Sets what may be answered, once the next case is complete; lets the gate look at every letter.
void complete_letters(Decision& decision);

}
