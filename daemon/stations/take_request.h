// SPDX-License-Identifier: MIT
// Mail that belongs to no case: a member asks, a stranger asks, something is held; and the manager's one-word
// answers.
#pragma once

#include <string>

#include "daemon/stations/desk.h"
#include "daemon/stations/incoming.h"
#include "workflow/model/danger.h"
#include "workflow/reading/identify.h"
#include "workflow/reading/request.h"

namespace mentoring {

// A mail the manager dragged into our folder: she has decided that it is a request.
Ruling take_dragged(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                    const Evidence& evidence);
// Nothing ties it to one person and case.
Ruling take_doubtful(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                     const Doubtful& doubtful);
// The manager answers a letter of the front desk.
Ruling take_manager(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                    const Identified& who);

// A member's words that open a case for her.
struct Request {
    PersonId mentee;
    PersonId by;
    std::string by_role = "mentee";
    std::string words;
    bool attachments = false;
    InboxId mail;
};
Ruling open_case(const Desk& desk, const LoadedProgram& program, const Request& request);
// What a mail says that was kept.
Request request_kept(const Desk& desk, InboxId mail, PersonId mentee);
// Whether a mail that speaks of no case asks for a mentor.
Asking asking_of(const Desk& desk, const Incoming& incoming);

// Rows whose body was never fetched.
Ruling ask_manager_about_subject(const Desk& desk, const LoadedProgram& program, const InboxRow& row);
// Put before the manager, and `notice` to whom the row names as its writer.
void tell_unused(const Desk& desk, const LoadedProgram& program, const InboxRow& row,
                 const std::string& reason, const std::string& notice);
// One notice to the manager: sender, day and reason of a mail; a second one about it names another occasion.
void tell_manager(const Desk& desk, const LoadedProgram& program, const InboxRow& row,
                  const std::string& letter, const std::string& reason, InboxId occasion = {});
// In danger, and no human has said yet that the mail is to be taken: nothing is asked of her.
bool for_a_human_first(const Incoming& incoming);
Ruling hold_for_a_human(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                        PersonId person);
// Danger in a mail of no case.
void raise_danger(const Desk& desk, const LoadedProgram& program, const Incoming& incoming, Danger danger);

}
