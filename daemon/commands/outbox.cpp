// SPDX-License-Identifier: MIT
#include "daemon/commands/outbox.h"

#include <limits>
#include <ostream>

#include "daemon/commands/confidential.h"
#include "daemon/commands/opening.h"
#include "daemon/commands/times.h"

namespace mentoring {

namespace {

constexpr std::size_t all = std::numeric_limits<std::int32_t>::max();

std::vector<OutboxState> states_of(const OutboxListRequest& request) {
    if (request.state) return {*request.state};
    return {OutboxState::queued, OutboxState::attempting, OutboxState::unknown, OutboxState::refused,
            OutboxState::held};
}

ConfidentialLetters confidential_of(const Settings& settings) {
    ConfidentialLetters confidential;
    for (const auto& each : settings.programs) confidential.take(program_file_or_stop(each));
    return confidential;
}

std::vector<std::string> cells(Store& store, const OutboxRow& row, const ConfidentialLetters& confidential) {
    const bool hidden = confidential.covers(row);
    return {std::to_string(row.id),
            hidden ? confidential_text : row.letter,
            hidden ? "" : recipient_name(store, row.recipient, row.envelope_to),
            std::string(to_string(row.state)),
            std::to_string(row.attempts),
            shown_time(row.next_attempt ? row.next_attempt : std::optional(row.not_before)),
            row.reason.empty() ? row.status : row.reason};
}

}

int outbox_list(const Invocation& invocation, const OutboxListRequest& request) {
    const auto place = open_workplace(invocation.settings);
    const auto confidential = confidential_of(place.settings);
    Outbox outbox(*place.store);
    Table table{{{"No", ColumnKind::number},
                 {"Letter"},
                 {"To"},
                 {"State"},
                 {"Tries", ColumnKind::number},
                 {"Next"},
                 {"Why", ColumnKind::wrapped}},
                {},
                "No letter waits."};
    for (const auto state : states_of(request))
        for (const auto& each : outbox.list(state, all))
            table.rows.push_back(cells(*place.store, each, confidential));
    invocation.out << printed(table, invocation.output);
    return 0;
}

int outbox_retry(const Invocation& invocation, const OutboxRetryRequest& request) {
    const auto place = open_workplace(invocation.settings);
    Outbox outbox(*place.store);
    Transaction transaction(*place.store);
    auto numbers = request.numbers;
    if (request.which == Retrying::all_held)
        for (const auto& each : outbox.list(OutboxState::held, all)) numbers.push_back(each.id);
    else if (numbers.empty())
        throw CannotGoOn("which letters? mentord outbox list numbers them; --all-held takes every held one");
    for (const auto each : numbers)
        if (!outbox.retry(each, place.now))
            throw CannotGoOn("letter " + std::to_string(each) +
                             " cannot go out again: there is none, it is on its way, or its text is erased");
    transaction.commit();
    invocation.out << numbers.size() << (numbers.size() == 1 ? " letter goes" : " letters go")
                   << " out again\n";
    return 0;
}

}
