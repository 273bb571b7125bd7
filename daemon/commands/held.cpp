// SPDX-License-Identifier: MIT
#include "daemon/commands/held.h"

#include <algorithm>
#include <limits>
#include <ostream>

#include "daemon/commands/opening.h"
#include "daemon/commands/times.h"
#include "daemon/store/inbox.h"

namespace mentoring {

namespace {

constexpr std::size_t all = std::numeric_limits<std::int32_t>::max();

// Empty: the operator's. Of the others the manager's may be seen by whoever helps her.
bool reserved(const InboxRow& row) {
    return !row.audience.empty() && !row.audience.contains("manager");
}

std::vector<InboxRow> held_rows(Inbox& inbox) {
    auto rows = inbox.list(Verdict::held, all);
    const auto quarantined = inbox.list(Verdict::quarantined, all);
    rows.insert(rows.end(), quarantined.begin(), quarantined.end());
    std::sort(rows.begin(), rows.end(),
              [](const InboxRow& one, const InboxRow& other) { return one.id > other.id; });
    return rows;
}

InboxRow held_or_stop(Inbox& inbox, std::int64_t number) {
    const auto row = inbox.load({number});
    if (row && (row->verdict == Verdict::held || row->verdict == Verdict::quarantined)) return *row;
    throw CannotGoOn("no mail of that number is held: " + std::to_string(number));
}

}

int held_list(const Invocation& invocation) {
    const auto place = open_workplace(invocation.settings);
    Inbox inbox(*place.store);
    Table table{{{"No", ColumnKind::number},
                 {"Arrived"},
                 {"Sender", ColumnKind::wrapped},
                 {"Mailbox"},
                 {"State"},
                 {"Reason", ColumnKind::wrapped}},
                {},
                "No mail waits for a human."};
    for (const auto& each : held_rows(inbox))
        table.rows.push_back({std::to_string(each.id.value), shown_time(each.arrived),
                              reserved(each) ? "for another's eyes" : each.sender, each.key.mailbox,
                              std::string(to_string(each.verdict)), each.reason});
    invocation.out << printed(table, invocation.output);
    return 0;
}

int held_release(const Invocation& invocation, const HeldRequest& request) {
    const auto place = open_workplace(invocation.settings);
    Inbox inbox(*place.store);
    Transaction transaction(*place.store);
    const auto row = held_or_stop(inbox, request.number);
    if (!inbox.release(row.id, place.now))
        throw CannotGoOn("mail " + std::to_string(request.number) + " has no text here: answer it by hand");
    transaction.commit();
    invocation.out << "Mail " << request.number << " is decided anew.\n";
    return 0;
}

int held_drop(const Invocation& invocation, const HeldRequest& request) {
    const auto place = open_workplace(invocation.settings);
    Inbox inbox(*place.store);
    Transaction transaction(*place.store);
    const auto row = held_or_stop(inbox, request.number);
    if (reserved(row))
        throw CannotGoOn("mail " + std::to_string(request.number) +
                         " is kept for another: only she lets it go");
    inbox.drop(row.id, request.reason, place.now);
    transaction.commit();
    place.store->truncate_log();
    invocation.out << "The text of mail " << request.number << " is erased.\n";
    return 0;
}

}
