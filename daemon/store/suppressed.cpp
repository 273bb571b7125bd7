// SPDX-License-Identifier: MIT
#include "daemon/store/outbox.h"
#include "daemon/store/query.h"

namespace mentoring {

namespace {

std::vector<Outbox::Suppressed> suppressed_rows(Query& query) {
    std::vector<Outbox::Suppressed> letters;
    while (query.next()) {
        Outbox::Suppressed& each = letters.emplace_back();
        query.read(each.case_id, each.recipient, each.address, each.letter, each.reason, each.at);
    }
    return letters;
}

}

void Outbox::suppress(const Suppressed& letter) {
    expect_transaction(store_);
    Query(
        store_,
        "INSERT INTO suppressed (case_id, recipient, address, letter, reason, at) VALUES (?, ?, ?, ?, ?, ?)")
        .bind(letter.case_id, letter.recipient, letter.address, letter.letter, letter.reason, letter.at)
        .run();
}

std::vector<Outbox::Suppressed> Outbox::suppressed(Instant since, std::size_t limit) const {
    Query query(store_,
                "SELECT case_id, recipient, address, letter, reason, at FROM suppressed WHERE at >= ? "
                "ORDER BY at DESC, id DESC LIMIT ?");
    query.bind(since, limit);
    return suppressed_rows(query);
}

std::vector<Outbox::Suppressed> Outbox::suppressed_of(CaseId id) const {
    Query query(store_,
                "SELECT case_id, recipient, address, letter, reason, at FROM suppressed WHERE case_id = ? "
                "ORDER BY id");
    query.bind(id);
    return suppressed_rows(query);
}

}
