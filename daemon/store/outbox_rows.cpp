// SPDX-License-Identifier: MIT
#include "daemon/store/outbox_rows.h"

#include <algorithm>
#include <array>

namespace mentoring {

namespace {

constexpr std::array<std::string_view, 7> states{"queued",  "attempting", "sent", "refused",
                                                 "unknown", "stopped",    "held"};
constexpr std::array<std::string_view, 6> purposes{"answer",  "challenge", "evaluation",
                                                   "concern", "digest",    "opening"};

}

std::string_view to_string(Purpose purpose) {
    return purposes.at(static_cast<std::size_t>(purpose));
}

OutboxRow outbox_row_of(Query& query) {
    OutboxRow row;
    std::string purpose;
    std::string state;
    bool erase = false;
    query.read(row.id, row.mailbox, row.program, row.case_id, row.decision, row.period, row.recipient,
               row.letter, row.role, row.step, purpose, row.message_id, row.envelope_from, row.envelope_to,
               row.queued, row.not_before, row.audience, row.unasked, row.return_headers_only, erase, state,
               row.attempts, row.next_attempt, row.attempted, row.dot_sent, row.sent, row.settled, row.code,
               row.status, row.reason, row.has_bytes);
    const auto found = std::find(purposes.begin(), purposes.end(), purpose);
    const auto known = outbox_state_from(state);
    if (found == purposes.end() || !known) broken_row("outbox");
    row.purpose = static_cast<Purpose>(found - purposes.begin());
    row.state = *known;
    row.after = erase ? AfterSending::erase : AfterSending::keep;
    return row;
}

std::vector<OutboxRow> outbox_rows_of(Query& query) {
    std::vector<OutboxRow> rows;
    while (query.next()) rows.push_back(outbox_row_of(query));
    return rows;
}

std::string_view to_string(OutboxState state) {
    return states.at(static_cast<std::size_t>(state));
}

std::optional<OutboxState> outbox_state_from(std::string_view text) {
    const auto found = std::find(states.begin(), states.end(), text);
    if (found == states.end()) return std::nullopt;
    return static_cast<OutboxState>(found - states.begin());
}

}
