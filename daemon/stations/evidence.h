// SPDX-License-Identifier: MIT
// What a mail brings towards knowing who wrote it and about what: sender, our server's word for her, tokens,
// codes, and the open cases she has a part in.
#pragma once

#include "daemon/stations/desk.h"
#include "workflow/model/mail.h"
#include "workflow/reading/identify.h"

namespace mentoring {

Evidence evidence_in(const Desk& desk, const MailboxSettings& mailbox, const Mail& mail);
// Open cases in which she is mentee or mentor, or whose present state waits for an office of hers.
std::vector<CaseId> open_cases_of(const Desk& desk, PersonId person);

}
