// SPDX-License-Identifier: MIT
// A mail that was kept because its writer alone can say what it is: whether an address is hers, which of her
// cases it is about, whether it adds to her request or is a new one. She is asked once, in one letter bound
// to that mail, and her word decides.
#pragma once

#include <vector>

#include "daemon/stations/desk.h"
#include "daemon/stations/incoming.h"
#include "workflow/reading/identify.h"

namespace mentoring {

// The manager says whose a mail is: it counts when she says so from an address that we know.
Ruling ask_whether_hers(const Desk& desk, const LoadedProgram& program, const InboxRow& about,
                        PersonId person);
// One of her open cases, and nothing tells which.
Ruling ask_which_case(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                      PersonId person, const std::vector<CaseId>& cases);
// She asks for a mentor, and has a case open: ADD, NEW or NEITHER.
Ruling ask_whether_new(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                       PersonId person);

// Whether that mail waits for a word of this person.
bool waits_for_her(const InboxRow& about, PersonId person);
Ruling take_kept(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                 const Identified& who, const InboxRow& about);

}
