// SPDX-License-Identifier: MIT
// A mail on the desk: its row, where it came in, what it says and what of it is new.
#pragma once

#include "daemon/stations/desk.h"
#include "daemon/store/inbox.h"
#include "workflow/model/answer.h"
#include "workflow/model/danger.h"
#include "workflow/model/mail.h"
#include "workflow/reading/identify.h"
#include "workflow/reading/reply_text.h"

namespace mentoring {

struct Incoming {
    const InboxRow& row;
    const MailboxSettings& mailbox;
    Mail mail;
    Reply reply;
    Danger danger = Danger::none;  // words of it, in what a person wrote
};

// The programme of that case; without one the first that takes requests through this mailbox.
const LoadedProgram& program_for(const Desk& desk, const MailboxSettings& mailbox, CaseId id);
// Our last letters to the sender, which her mail may quote without a mark.
OwnLetters letters_quoted(const Desk& desk, const Evidence& evidence);
// What it says to that question. With `heedful` nothing is read out of words of danger: what counts was said
// beside them.
enum class Reading { plain, heedful };
Answer answer_in(const Desk& desk, const Question& question, const Incoming& incoming, Reading reading);
// The mail's own day in the programme's zone; ours where it has none or one that cannot be.
Date day_of(const Desk& desk, const LoadedProgram& program, const Mail& mail);

}
