// SPDX-License-Identifier: MIT
#include "daemon/store/outbox.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "daemon/store/query.h"

#define OUTBOX_COLUMNS                                                                                      \
    "id, mailbox, program, case_id, decision, period, recipient, letter, role, step, purpose, message_id, " \
    "envelope_from, envelope_to, queued, not_before, audience, unasked, headers_only, erase_sent, state, "  \
    "attempts, next_attempt, attempted, dot_sent, sent, settled, code, status, reason, sealed IS NOT NULL"

namespace mentoring {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<std::string_view, 7> states{"queued",  "attempting", "sent", "refused",
                                                 "unknown", "stopped",    "held"};
constexpr std::array<std::string_view, 6> purposes{"answer",  "challenge", "evaluation",
                                                   "concern", "digest",    "opening"};

std::string_view to_string(Purpose purpose) {
    return purposes.at(static_cast<std::size_t>(purpose));
}

OutboxRow row_of(Query& query) {
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

std::vector<OutboxRow> rows_of(Query& query) {
    std::vector<OutboxRow> rows;
    while (query.next()) rows.push_back(row_of(query));
    return rows;
}

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
        "headers_only, erase_sent, state, attempts, next_attempt, sealed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', 0, ?, ?)")
        .bind(id, letter.mailbox, letter.program, letter.case_id, letter.decision, letter.period,
              letter.recipient, letter.letter, letter.role, letter.step, to_string(letter.purpose),
              letter.message_id, letter.envelope_from, letter.envelope_to, now, letter.not_before,
              letter.audience, letter.unasked, letter.return_headers_only,
              letter.after == AfterSending::erase, letter.not_before,
              Blob{store.sealer().seal({"outbox", id}, letter.bytes)})
        .run();
}

std::int64_t attempted_since(const Store& store, std::string_view mailbox, Instant since) {
    Query query(store, "SELECT count(*) FROM outbox WHERE mailbox = ? AND attempted > ?");
    query.bind(mailbox, since).next();
    return query.value<std::int64_t>();
}

// How many more may be attempted within the window that ends now.
std::int64_t room(const Store& store, std::string_view mailbox, int most, seconds window, Instant now) {
    if (most <= 0) return static_cast<std::int64_t>(outbox_batch_max);
    return std::max<std::int64_t>(0, most - attempted_since(store, mailbox, now - window));
}

std::int64_t batch_size(const Store& store, std::string_view mailbox, const SendingLimits& limits,
                        Instant now) {
    return std::min({static_cast<std::int64_t>(std::min(limits.batch, outbox_batch_max)),
                     room(store, mailbox, limits.per_minute, minutes(1), now),
                     room(store, mailbox, limits.per_day, hours(24), now)});
}

// When the window has room again: as soon as the n-th latest attempt has left it.
std::optional<Instant> window_opens(const Store& store, std::string_view mailbox, int most, seconds window) {
    if (most <= 0) return std::nullopt;
    Query query(store,
                "SELECT attempted FROM outbox WHERE mailbox = ? AND attempted IS NOT NULL "
                "ORDER BY attempted DESC LIMIT 1 OFFSET ?");
    query.bind(mailbox, most - 1);
    if (!query.next()) return std::nullopt;
    return query.value<Instant>() + window;
}

std::vector<OutboxRow> due(const Store& store, std::string_view mailbox, std::int64_t limit, Instant now) {
    Query query(store, "SELECT " OUTBOX_COLUMNS
                       " FROM outbox WHERE state IN ('queued', 'unknown') AND mailbox = ? AND "
                       "next_attempt <= ? ORDER BY next_attempt, id LIMIT ?");
    query.bind(mailbox, now, limit);
    return rows_of(query);
}

void refuse(const Store& store, std::int64_t id, std::string_view reason, Instant now) {
    Query(store,
          "UPDATE outbox SET state = 'refused', next_attempt = NULL, settled = ?, reason = ? WHERE id = ?")
        .bind(now, reason, id)
        .run();
}

void finish_sent(const Store& store, std::int64_t id, Instant now) {
    Query(store,
          "UPDATE outbox SET state = 'sent', sent = ?, next_attempt = NULL, deferred = NULL, reason = '', "
          "sealed = CASE erase_sent WHEN 1 THEN NULL ELSE sealed END WHERE id = ?")
        .bind(now, id)
        .run();
}

void finish_deferred(const Store& store, std::int64_t id, int attempts, Instant now) {
    Query query(store,
                "UPDATE outbox SET state = 'queued', next_attempt = ?, deferred = ifnull(deferred, ?) "
                "WHERE id = ? RETURNING deferred");
    query.bind(now + back_off(attempts), now, id).next();
    const Instant since = query.value<Instant>();
    query.next();
    if (now - since >= refusal_after) refuse(store, id, "the server put it off for three days", now);
}

void finish_lost(const Store& store, std::int64_t id, int attempts, Instant now) {
    Query(store, "UPDATE outbox SET state = 'queued', next_attempt = ? WHERE id = ?")
        .bind(now + std::min(back_off(attempts), seconds(minutes(15))), id)
        .run();
}

void finish_unknown(const Store& store, std::int64_t id, int attempts, Instant now) {
    Query query(store,
                "UPDATE outbox SET state = 'unknown', unknowns = unknowns + 1, next_attempt = ? WHERE id = ? "
                "RETURNING unknowns");
    query.bind(now + back_off(attempts), id).next();
    const int unknowns = query.value<int>();
    query.next();
    if (unknowns >= unknown_attempts_max)
        refuse(store, id, "five times no verdict after the whole letter", now);
}

void finish_one(const Store& store, const Attempt& attempt, int attempts, Instant now) {
    Query(store, "UPDATE outbox SET code = ?, status = ? WHERE id = ?")
        .bind(attempt.code, attempt.status, attempt.id)
        .run();
    switch (attempt.outcome) {
        case Outcome::sent:
            return finish_sent(store, attempt.id, now);
        case Outcome::try_again:
            return finish_deferred(store, attempt.id, attempts, now);
        case Outcome::refused:
            return refuse(store, attempt.id, "the server refused it", now);
        case Outcome::not_handed_over:
            return finish_lost(store, attempt.id, attempts, now);
        case Outcome::unknown:
            return finish_unknown(store, attempt.id, attempts, now);
    }
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

std::vector<Outbox::Suppressed> suppressed_rows(Query& query) {
    std::vector<Outbox::Suppressed> letters;
    while (query.next()) {
        Outbox::Suppressed& each = letters.emplace_back();
        query.read(each.case_id, each.recipient, each.address, each.letter, each.reason, each.at);
    }
    return letters;
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

std::vector<ClaimedLetter> Outbox::claim(std::string_view mailbox, const SendingLimits& limits, Instant now) {
    Transaction transaction(store_);
    std::vector<ClaimedLetter> claimed;
    for (OutboxRow& row : due(store_, mailbox, batch_size(store_, mailbox, limits, now), now)) {
        row.state = OutboxState::attempting;
        row.attempted = now;
        ++row.attempts;
        row.dot_sent.reset();
        Query(store_,
              "UPDATE outbox SET state = 'attempting', attempts = ?, attempted = ?, dot_sent = NULL "
              "WHERE id = ?")
            .bind(row.attempts, now, row.id)
            .run();
        std::string letter = bytes(row.id);
        claimed.push_back({std::move(row), std::move(letter)});
    }
    transaction.commit();
    return claimed;
}

std::optional<Instant> Outbox::next_claim(std::string_view mailbox, const SendingLimits& limits,
                                          Instant now) const {
    Query query(store_,
                "SELECT min(next_attempt) FROM outbox WHERE state IN ('queued', 'unknown') AND mailbox = ?");
    query.bind(mailbox).next();
    auto next = query.value<std::optional<Instant>>();
    if (!next || *next > now || batch_size(store_, mailbox, limits, now) > 0) return next;
    for (const auto opens : {window_opens(store_, mailbox, limits.per_minute, minutes(1)),
                             window_opens(store_, mailbox, limits.per_day, hours(24))})
        if (opens) next = std::max(*next, *opens);
    return next;
}

void Outbox::mark_dot_sent(const std::vector<std::int64_t>& ids, Instant now) {
    Transaction transaction(store_);
    for (const std::int64_t id : ids)
        Query(store_, "UPDATE outbox SET dot_sent = ? WHERE id = ? AND state = 'attempting'")
            .bind(now, id)
            .run();
    transaction.commit();
}

std::vector<OutboxRow> Outbox::finish(const std::vector<Attempt>& attempts, Instant now) {
    std::vector<OutboxRow> refused;
    bool erased = false;
    Transaction transaction(store_);
    for (const Attempt& attempt : attempts) {
        const auto row = load(attempt.id);
        if (!row || row->state != OutboxState::attempting) continue;
        finish_one(store_, attempt, row->attempts, now);
        auto after = load(attempt.id).value();
        erased = erased || (row->has_bytes && !after.has_bytes);
        if (after.state == OutboxState::refused) refused.push_back(std::move(after));
    }
    transaction.commit();
    if (erased) store_.truncate_log();
    return refused;
}

Outbox::Recovered Outbox::recover(Instant now) {
    Transaction transaction(store_);
    Recovered recovered;
    recovered.queued = Query(store_,
                             "UPDATE outbox SET state = 'queued', next_attempt = ? "
                             "WHERE state = 'attempting' AND dot_sent IS NULL")
                           .bind(now)
                           .run();
    recovered.unknown = Query(store_,
                              "UPDATE outbox SET state = 'unknown', next_attempt = ? "
                              "WHERE state = 'attempting'")
                            .bind(now)
                            .run();
    transaction.commit();
    return recovered;
}

std::vector<OutboxRow> Outbox::stop_resting(CaseId id, const StopLetters& which, Instant now) {
    expect_transaction(store_);
    std::vector<OutboxRow> resting;
    {
        Query query(store_, "SELECT " OUTBOX_COLUMNS
                            " FROM outbox WHERE case_id = ? AND state = 'queued' AND "
                            "attempts = 0 AND not_before > ? ORDER BY id");
        query.bind(id, now);
        resting = rows_of(query);
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
        unsent = rows_of(query);
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
    return row_of(query);
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
    return row_of(query);
}

std::vector<OutboxRow> Outbox::letters_to(PersonId recipient, CaseId id, std::size_t limit) const {
    Query query(store_, "SELECT " OUTBOX_COLUMNS
                        " FROM outbox WHERE recipient = ? AND (? IS NULL OR case_id = ?2) "
                        "ORDER BY queued DESC, id DESC LIMIT ?3");
    query.bind(recipient, id, limit);
    return rows_of(query);
}

std::vector<OutboxRow> Outbox::of_case(CaseId id) const {
    Query query(store_, "SELECT " OUTBOX_COLUMNS " FROM outbox WHERE case_id = ? ORDER BY id");
    query.bind(id);
    return rows_of(query);
}

std::vector<OutboxRow> Outbox::list(OutboxState state, std::size_t limit) const {
    Query query(store_, "SELECT " OUTBOX_COLUMNS " FROM outbox WHERE state = ? ORDER BY id DESC LIMIT ?");
    query.bind(to_string(state), limit);
    return rows_of(query);
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

std::int64_t Outbox::queued_to(std::string_view address, Instant since) const {
    Query query(store_, "SELECT count(*) FROM outbox WHERE envelope_to = ? AND queued >= ?");
    return single(query.bind(address, since));
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

std::chrono::seconds back_off(int attempts) {
    constexpr std::array<minutes, 8> steps{minutes(1),  minutes(5),   minutes(15),  minutes(30),
                                           minutes(60), minutes(120), minutes(240), minutes(240)};
    return steps.at(static_cast<std::size_t>(std::clamp(attempts, 1, static_cast<int>(steps.size())) - 1));
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
