// SPDX-License-Identifier: MIT
// One mail, from its raw bytes to what it changes: read, recognised, tied to a person and a case, understood
// in that case's vocabulary, decided. What is not clearly said is asked back; what is not clearly from the
// right person is held.
#pragma once

#include <string_view>

#include "daemon/stations/desk.h"
#include "daemon/store/inbox.h"

namespace mentoring {

// Inside the deciding transaction; rules the row.
void take_mail(const Desk& desk, const InboxRow& row);
// Who may read a mail that could not be decided, as far as its header tells.
Audience audience_by_header(const Desk& desk, const InboxRow& row);
// A mail that could not be read or decided: the manager hears of sender, time and reason.
void announce_quarantined(const Desk& desk, const InboxRow& row, std::string_view reason);

}
