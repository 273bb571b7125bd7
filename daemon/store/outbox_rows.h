// SPDX-License-Identifier: MIT
// Rows of the outbox as they are selected, for the files of this folder.
#pragma once

#include <vector>

#include "daemon/store/outbox.h"
#include "daemon/store/query.h"

#define OUTBOX_COLUMNS                                                                                      \
    "id, mailbox, program, case_id, decision, period, recipient, letter, role, step, purpose, message_id, " \
    "envelope_from, envelope_to, queued, not_before, audience, unasked, headers_only, erase_sent, state, "  \
    "attempts, next_attempt, attempted, dot_sent, sent, settled, code, status, reason, sealed IS NOT NULL"

namespace mentoring {

OutboxRow outbox_row_of(Query& query);
std::vector<OutboxRow> outbox_rows_of(Query& query);
std::string_view to_string(Purpose purpose);

}
