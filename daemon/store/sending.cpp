// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "daemon/store/outbox_rows.h"

namespace mentoring {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

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
    return outbox_rows_of(query);
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

void finish_unknown(const Store& store, std::int64_t id, Instant next, Instant now) {
    Query query(store,
                "UPDATE outbox SET state = 'unknown', unknowns = unknowns + 1, next_attempt = ? WHERE id = ? "
                "RETURNING unknowns");
    query.bind(next, id).next();
    const int unknowns = query.value<int>();
    query.next();
    if (unknowns >= unknown_attempts_max)
        refuse(store, id, "five times no verdict after the whole letter", now);
}

std::vector<OutboxRow> left_with_dot(const Store& store, std::string_view mailbox) {
    Query query(store, "SELECT " OUTBOX_COLUMNS " FROM outbox WHERE state = 'attempting' AND mailbox = ?");
    query.bind(mailbox);
    return outbox_rows_of(query);
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
            return finish_unknown(store, attempt.id, now + back_off(attempts), now);
    }
}

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

std::vector<OutboxRow> Outbox::finish(const std::vector<Attempt>& attempts, Instant now, const Heard& heard) {
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
    if (heard) std::for_each(refused.begin(), refused.end(), heard);
    transaction.commit();
    if (erased) store_.truncate_log();
    return refused;
}

// At once the first time; a letter that ends the process again and again must not go out again and again.
Outbox::Recovered Outbox::recover(std::string_view mailbox, Instant now, const Heard& heard) {
    Transaction transaction(store_);
    Recovered recovered;
    recovered.queued = Query(store_,
                             "UPDATE outbox SET state = 'queued', next_attempt = ? "
                             "WHERE state = 'attempting' AND dot_sent IS NULL AND mailbox = ?")
                           .bind(now, mailbox)
                           .run();
    for (const auto& row : left_with_dot(store_, mailbox)) {
        ++recovered.unknown;
        finish_unknown(store_, row.id, row.attempts > 1 ? now + back_off(row.attempts) : now, now);
        const auto after = load(row.id).value();
        if (heard && after.state == OutboxState::refused) heard(after);
    }
    transaction.commit();
    return recovered;
}

std::chrono::seconds back_off(int attempts) {
    constexpr std::array<minutes, 8> steps{minutes(1),  minutes(5),   minutes(15),  minutes(30),
                                           minutes(60), minutes(120), minutes(240), minutes(240)};
    return steps.at(static_cast<std::size_t>(std::clamp(attempts, 1, static_cast<int>(steps.size())) - 1));
}

}
