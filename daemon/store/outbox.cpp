// SPDX-License-Identifier: MIT
#include "daemon/store/outbox.h"

#include <algorithm>
#include <cassert>

#include "daemon/store/outbox_rows.h"

namespace mentoring {

namespace {

Query& bind_key(Query& query, const NewLetter& letter) {
    const bool homeless = letter.case_id.value == 0;
    return query.bind(letter.case_id.value, letter.decision, letter.recipient.value, letter.letter,
                      homeless ? letter.program : "", homeless ? letter.period : "",
                      letter.recipient.value == 0 ? letter.envelope_to : "");
}

std::optional<std::int64_t> same_letter(const Store& store, const NewLetter& letter) {
    Query query(store,
                "SELECT id FROM outbox WHERE ifnull(case_id, 0) = ? AND decision = ? AND "
                "ifnull(recipient, 0) = ? AND letter = ? AND "
                "CASE WHEN case_id IS NULL THEN program ELSE '' END = ? AND "
                "CASE WHEN case_id IS NULL THEN period ELSE '' END = ? AND "
                "CASE WHEN recipient IS NULL THEN envelope_to ELSE '' END = ?");
    if (!bind_key(query, letter).next()) return std::nullopt;
    return query.value<std::int64_t>();
}

void insert(const Store& store, std::int64_t id, const NewLetter& letter, Instant now) {
    Query(
        store,
        "INSERT INTO outbox (id, mailbox, program, case_id, decision, period, recipient, letter, role, step, "
        "purpose, message_id, envelope_from, envelope_to, queued, not_before, audience, unasked, "
        "headers_only, erase_sent, state, reason, attempts, next_attempt, sealed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)")
        .bind(id, letter.mailbox, letter.program, letter.case_id, letter.decision, letter.period,
              letter.recipient, letter.letter, letter.role, letter.step, to_string(letter.purpose),
              letter.message_id, letter.envelope_from, letter.envelope_to, now, letter.not_before,
              letter.audience, letter.unasked, letter.return_headers_only,
              letter.after == AfterSending::erase,
              to_string(letter.held.empty() ? OutboxState::queued : OutboxState::held), letter.held,
              letter.held.empty() ? std::optional{letter.not_before} : std::nullopt,
              Blob{store.sealer().seal({"outbox", id}, letter.bytes)})
        .run();
}

std::vector<OutboxRow> stop(Store& store, std::vector<OutboxRow> rows, std::string_view reason, Instant now) {
    for (OutboxRow& row : rows) {
        Query(
            store,
            "UPDATE outbox SET state = 'stopped', next_attempt = NULL, settled = ?, reason = ? WHERE id = ?")
            .bind(now, reason, row.id)
            .run();
        row.state = OutboxState::stopped;
        row.reason = reason;
    }
    return rows;
}

bool names(const StopLetters& which, const OutboxRow& row) {
    return (!which.recipient || row.recipient == *which.recipient) &&
           (which.decision == 0 || row.decision == which.decision) &&
           (which.step == 0 || row.step == which.step);
}

std::int64_t single(Query& query) {
    query.next();
    return query.value<std::int64_t>();
}

}

Enqueued Outbox::enqueue(const NewLetter& letter, Instant now) {
    expect_transaction(store_);
    assert(!letter.message_id.empty() && !letter.envelope_to.empty());
    if (const auto known = same_letter(store_, letter)) return {*known, false};
    const std::int64_t id = next_row(store_, "outbox");
    insert(store_, id, letter, now);
    return {id, true};
}

std::vector<OutboxRow> Outbox::stop_resting(CaseId id, const StopLetters& which, Instant now) {
    expect_transaction(store_);
    std::vector<OutboxRow> resting;
    {
        Query query(store_, "SELECT " OUTBOX_COLUMNS
                            " FROM outbox WHERE case_id = ? AND state = 'queued' AND "
                            "attempts = 0 AND not_before > ? ORDER BY id");
        query.bind(id, now);
        resting = outbox_rows_of(query);
    }
    std::erase_if(resting, [&](const OutboxRow& row) { return !names(which, row); });
    return stop(store_, std::move(resting), "taken back while it rested", now);
}

std::vector<OutboxRow> Outbox::stop_all_to(PersonId recipient, std::string_view reason, Instant now) {
    expect_transaction(store_);
    std::vector<OutboxRow> unsent;
    {
        Query query(store_, "SELECT " OUTBOX_COLUMNS
                            " FROM outbox WHERE recipient = ? AND "
                            "state IN ('queued', 'unknown', 'held') ORDER BY id");
        query.bind(recipient);
        unsent = outbox_rows_of(query);
    }
    return stop(store_, std::move(unsent), reason, now);
}

void Outbox::bounced(std::int64_t id, std::string_view status, Instant now) {
    expect_transaction(store_);
    Query(store_,
          "UPDATE outbox SET state = 'refused', next_attempt = NULL, status = ?, settled = ?, "
          "reason = 'it came back undeliverable' WHERE id = ? AND state IN ('sent', 'unknown', 'queued')")
        .bind(status, now, id)
        .run();
}

std::optional<OutboxRow> Outbox::load(std::int64_t id) const {
    Query query(store_, "SELECT " OUTBOX_COLUMNS " FROM outbox WHERE id = ?");
    query.bind(id);
    if (!query.next()) return std::nullopt;
    return outbox_row_of(query);
}

std::string Outbox::bytes(std::int64_t id) const {
    Query query(store_, "SELECT sealed FROM outbox WHERE id = ? AND sealed IS NOT NULL");
    query.bind(id);
    if (!query.next()) return {};
    return store_.sealer().open({"outbox", id}, query.value<Blob>().bytes);
}

std::optional<OutboxRow> Outbox::with_message_id(std::string_view message_id) const {
    Query query(store_, "SELECT " OUTBOX_COLUMNS " FROM outbox WHERE message_id = ?");
    query.bind(message_id);
    if (!query.next()) return std::nullopt;
    return outbox_row_of(query);
}

std::vector<OutboxRow> Outbox::letters_to(PersonId recipient, CaseId id, std::size_t limit) const {
    Query query(store_, "SELECT " OUTBOX_COLUMNS
                        " FROM outbox WHERE recipient = ? AND (? IS NULL OR case_id = ?2) "
                        "ORDER BY queued DESC, id DESC LIMIT ?3");
    query.bind(recipient, id, limit);
    return outbox_rows_of(query);
}

std::vector<OutboxRow> Outbox::of_case(CaseId id) const {
    Query query(store_, "SELECT " OUTBOX_COLUMNS " FROM outbox WHERE case_id = ? ORDER BY id");
    query.bind(id);
    return outbox_rows_of(query);
}

std::vector<OutboxRow> Outbox::list(OutboxState state, std::size_t limit) const {
    Query query(store_, "SELECT " OUTBOX_COLUMNS " FROM outbox WHERE state = ? ORDER BY id DESC LIMIT ?");
    query.bind(to_string(state), limit);
    return outbox_rows_of(query);
}

std::int64_t Outbox::count(OutboxState state) const {
    Query query(store_, "SELECT count(*) FROM outbox WHERE state = ?");
    return single(query.bind(to_string(state)));
}

std::int64_t Outbox::unasked_to(PersonId recipient, Instant since) const {
    Query query(store_,
                "SELECT count(*) FROM outbox WHERE recipient = ? AND queued >= ? AND unasked = 1 AND "
                "state <> 'stopped'");
    return single(query.bind(recipient, since));
}

std::int64_t Outbox::queued_to(std::string_view address, std::string_view letter, Instant since) const {
    Query query(store_, "SELECT count(*) FROM outbox WHERE envelope_to = ? AND queued >= ? AND letter = ?");
    return single(query.bind(address, since, letter));
}

bool Outbox::retry(std::int64_t id, Instant now) {
    expect_transaction(store_);
    return Query(store_,
                 "UPDATE outbox SET state = 'queued', attempts = 0, unknowns = 0, deferred = NULL, "
                 "next_attempt = ?, settled = NULL, reason = '' WHERE id = ? AND sealed IS NOT NULL AND "
                 "state IN ('refused', 'unknown', 'stopped', 'held')")
               .bind(now, id)
               .run() > 0;
}

void Outbox::erase_bytes(std::int64_t id) {
    expect_transaction(store_);
    Query(store_,
          "UPDATE outbox SET sealed = NULL, next_attempt = NULL, state = CASE WHEN state IN "
          "('sent', 'refused', 'stopped') THEN state ELSE 'stopped' END WHERE id = ?")
        .bind(id)
        .run();
}

std::int64_t Outbox::erase_bytes_before(Instant until, std::size_t limit) {
    expect_transaction(store_);
    return Query(store_,
                 "UPDATE outbox SET sealed = NULL WHERE id IN (SELECT o.id FROM outbox o "
                 "LEFT JOIN cases c ON c.id = o.case_id WHERE o.sealed IS NOT NULL AND o.queued < ? AND "
                 "o.state IN ('sent', 'refused', 'stopped') AND ifnull(c.legal_hold, 0) = 0 "
                 "ORDER BY o.id LIMIT ?)")
        .bind(until, limit)
        .run();
}

std::int64_t Outbox::erase_rows(Instant until, std::size_t limit) {
    expect_transaction(store_);
    const auto letters =
        Query(
            store_,
            "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE case_id IS NULL AND queued < ? AND "
            "state IN ('sent', 'refused', 'stopped') ORDER BY id LIMIT ?)")
            .bind(until, limit)
            .run();
    return letters + Query(store_,
                           "DELETE FROM suppressed WHERE id IN (SELECT id FROM suppressed WHERE case_id IS "
                           "NULL AND at < ? ORDER BY at LIMIT ?)")
                         .bind(until, limit)
                         .run();
}

}
