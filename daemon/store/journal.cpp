// SPDX-License-Identifier: MIT
#include "daemon/store/journal.h"

#include "daemon/store/query.h"

namespace mentoring {

namespace {

std::vector<JournalEntry> entries_of(Query& query) {
    std::vector<JournalEntry> entries;
    while (query.next()) {
        JournalEntry& entry = entries.emplace_back();
        query.read(entry.case_id, entry.decision, entry.at, entry.line);
    }
    return entries;
}

}

void Journal::add(const JournalEntry& entry) {
    expect_transaction(store_);
    Query(store_, "INSERT INTO journal (case_id, decision, at, line) VALUES (?, ?, ?, ?)")
        .bind(entry.case_id, entry.decision, entry.at, entry.line)
        .run();
}

std::vector<JournalEntry> Journal::of(CaseId id) const {
    Query query(store_, "SELECT case_id, decision, at, line FROM journal WHERE case_id = ? ORDER BY id");
    query.bind(id);
    return entries_of(query);
}

std::vector<JournalEntry> Journal::since(Instant from, std::size_t limit) const {
    Query query(store_,
                "SELECT case_id, decision, at, line FROM journal WHERE at >= ? ORDER BY at, id LIMIT ?");
    query.bind(from, limit);
    return entries_of(query);
}

}
