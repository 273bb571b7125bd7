// SPDX-License-Identifier: MIT
#include "daemon/stations/decide.h"

#include <algorithm>

#include "daemon/stations/carry_out.h"
#include "daemon/stations/desk.h"
#include "daemon/stations/keep_time.h"
#include "daemon/stations/one_item.h"
#include "daemon/stations/take_mail.h"
#include "daemon/store/cases.h"
#include "daemon/store/catching_up.h"
#include "daemon/store/inbox.h"
#include "daemon/store/journal.h"
#include "daemon/store/markers.h"

namespace mentoring {

namespace {

constexpr std::uint64_t batch_octets_max = 4 * 1024 * 1024;

// The part of the claimed rows whose bodies are looked at in one transaction.
std::vector<InboxRow> bounded(std::vector<InboxRow> rows, Inbox& inbox) {
    std::uint64_t octets = 0;
    std::size_t count = 0;
    while (count < rows.size() && (count == 0 || octets + rows[count].size <= batch_octets_max))
        octets += rows[count++].size;
    std::vector<InboxId> later;
    for (std::size_t i = count; i < rows.size(); ++i) later.push_back(rows[i].id);
    if (!later.empty()) inbox.give_back(later);
    rows.resize(count);
    return rows;
}

void set_aside(const Desk& desk, const InboxRow& row, std::string_view reason) {
    Inbox(desk.store)
        .rule(row.id,
              {Verdict::quarantined, std::string(reason), audience_by_header(desk, row), row.case_id,
               row.person},
              desk.now);
    announce_quarantined(desk, row, reason);
}

std::size_t decide_mails(Store& store, const House& house, Instant now, Decided& decided) {
    Inbox inbox(store);
    auto claimed = inbox.claim(decide_batch_max, now);
    if (claimed.rows.empty() && claimed.set_aside.empty()) return 0;
    const auto rows = bounded(std::move(claimed.rows), inbox);
    const Desk desk{store, house, now, decided.alarms};
    Transaction transaction(store);
    for (const auto& each : claimed.set_aside)
        announce_quarantined(desk, each, "reading it ended the process");
    for (const auto& each : rows) {
        const auto failure = failure_of(store, [&] { take_mail(desk, each); });
        if (!failure) continue;
        set_aside(desk, each, "deciding it failed: " + *failure);
        ++decided.quarantined;
    }
    transaction.commit();
    decided.quarantined += claimed.set_aside.size();
    decided.mails += rows.size();
    ++decided.batches;
    return rows.size() + claimed.set_aside.size();
}

void take_wait(const Desk& desk, const LoadedProgram& program, const DueWait& wait) {
    const auto present = Cases(desk.store).load(wait.case_id);
    if (present) take_event(desk, program, *present, WaitDue{wait.step, wait.name});
}

std::size_t decide_waits(Store& store, const House& house, const LoadedProgram& program, Instant now,
                         Decided& decided) {
    const auto due = Cases(store).due(program.program.name, now, decide_batch_max);
    if (due.empty()) return 0;
    const Desk desk{store, house, now, decided.alarms};
    Transaction transaction(store);
    for (const auto& each : due) {
        const auto failure = failure_of(store, [&] { take_wait(desk, program, each); });
        if (!failure) continue;
        if (Markers(store).first_time("undecided " + std::to_string(each.case_id.value) + " " + each.name,
                                      now))
            Journal(store).add(
                {each.case_id, 0, now, "a wait could not be decided: " + each.name + ": " + *failure});
        ++decided.failed;
    }
    transaction.commit();
    decided.waits += due.size();
    ++decided.batches;
    return due.size();
}

// After a restore the mails since the backup go before the waits that fell due meanwhile.
bool may_keep_time(Store& store, const LoadedProgram& program, const Decided& decided) {
    const auto stage = CatchingUp(store).stage(program.settings.mailbox);
    return !stage || (*stage == CatchingUp::Stage::deciding && decided.mails == 0);
}

void end_catching_up(Store& store, const House& house) {
    CatchingUp catching_up(store);
    for (const auto& each : house.settings.mailboxes) {
        if (catching_up.stage(each.name) != CatchingUp::Stage::deciding) continue;
        Transaction transaction(store);
        catching_up.over(each.name);
        transaction.commit();
    }
}

}

Decided decide(Store& store, const House& house, Instant now) {
    Decided decided;
    decide_mails(store, house, now, decided);
    for (const auto& each : house.programs) {
        if (!may_keep_time(store, each, decided)) continue;
        decide_waits(store, house, each, now, decided);
        keep_time({store, house, now, decided.alarms}, each);
    }
    if (!decided.more()) end_catching_up(store, house);
    return decided;
}

std::optional<Instant> next_due(Store& store, const House& house) {
    std::optional<Instant> next;
    for (const auto& each : house.programs) {
        const auto due = Cases(store).earliest_due(each.program.name);
        if (due && (!next || *due < *next)) next = due;
    }
    return next;
}

}
