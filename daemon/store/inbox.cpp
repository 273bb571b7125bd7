// SPDX-License-Identifier: MIT
#include "daemon/store/inbox.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cassert>

#include "daemon/store/query.h"

#define INBOX_COLUMNS                                                                                        \
    "id, mailbox, folder, uid_validity, uid, message_id, sender, arrived, received, ruled, size, attempts, " \
    "verdict, reason, audience, case_id, person, copy_of, parts"

namespace mentoring {

namespace {

constexpr std::size_t body_part_octets = 1024 * 1024;
constexpr int alone = 2;  // attempts of a row that comes again, with no other beside it

constexpr std::array<std::string_view, 8> verdicts{"waiting",      "decided", "held",      "quarantined",
                                                   "conversation", "ignored", "forgotten", "copy"};

std::string hash_of(std::string_view kind, std::string_view content) {
    std::array<unsigned char, 32> hash{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    for (const std::string_view part : {kind, content})
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part.data()), part.size());
    crypto_generichash_final(&state, hash.data(), hash.size());
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

std::string_view body_of(std::string_view raw) {
    for (const std::string_view end : {"\r\n\r\n", "\n\n"})
        if (const auto at = raw.find(end); at != std::string_view::npos) return raw.substr(at + end.size());
    return {};
}

// A second delivery differs in its trace fields, so the body alone is compared where a Message-ID says the
// rest. Without one "YES" and "YES" are two answers unless every octet is the same.
std::string content_hash(const ReceivedMail& mail) {
    if (mail.message_id.empty()) return hash_of("whole\n", mail.raw);
    return hash_of("body\n" + mail.message_id + '\n' + mail.sender + '\n', body_of(mail.raw));
}

InboxRow row_of(Query& query) {
    InboxRow row;
    std::string verdict;
    std::int64_t parts = 0;
    query.read(row.id, row.key.mailbox, row.key.folder, row.key.uid_validity, row.key.uid, row.message_id,
               row.sender, row.arrived, row.received, row.ruled, row.size, row.attempts, verdict, row.reason,
               row.audience, row.case_id, row.person, row.copy_of, parts);
    const auto known = verdict_from(verdict);
    if (!known) broken_row("inbox");
    row.verdict = *known;
    row.has_body = parts > 0;
    return row;
}

std::vector<InboxRow> rows_of(Query& query) {
    std::vector<InboxRow> rows;
    while (query.next()) rows.push_back(row_of(query));
    return rows;
}

std::vector<InboxId> ids_of(Query& query) {
    std::vector<InboxId> ids;
    while (query.next()) ids.push_back(query.value<InboxId>());
    return ids;
}

std::int64_t parts_of(std::string_view raw) {
    return static_cast<std::int64_t>((raw.size() + body_part_octets - 1) / body_part_octets);
}

void keep_body(Store& store, InboxId id, std::string_view raw) {
    const std::int64_t parts = parts_of(raw);
    for (std::int64_t part = 0; part < parts; ++part) {
        const Place place{"bodies", id.value, part, parts};
        const auto words = raw.substr(static_cast<std::size_t>(part) * body_part_octets, body_part_octets);
        Query(store, "INSERT INTO bodies (mail, part, sealed) VALUES (?, ?, ?)")
            .bind(id, part, Blob{store.sealer().seal(place, words)})
            .run();
    }
}

struct Entry {
    const ReceivedMail& mail;
    std::string hash;
    Ruling ruling;
    InboxId copy_of;
    std::int64_t parts = 0;
};

InboxId insert(Store& store, const Entry& entry, Instant now) {
    const InboxId id{next_row(store, "inbox")};
    const ReceivedMail& mail = entry.mail;
    std::optional<Instant> ruled;
    if (entry.ruling.verdict != Verdict::waiting) ruled = now;
    Query(store,
          "INSERT INTO inbox (id, mailbox, folder, uid_validity, uid, message_id, sender, hash, arrived, "
          "received, ruled, size, attempts, run, verdict, reason, audience, case_id, person, copy_of, parts) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?, ?)")
        .bind(id, mail.key.mailbox, mail.key.folder, mail.key.uid_validity, mail.key.uid, mail.message_id,
              mail.sender, Blob{entry.hash}, mail.arrived, now, ruled, mail.size,
              to_string(entry.ruling.verdict), entry.ruling.reason, entry.ruling.audience,
              entry.ruling.case_id, entry.ruling.person, entry.copy_of, entry.parts)
        .run();
    return id;
}

// Ignored mail was never taken in, so it is no original.
InboxId original_of(const Store& store, const ReceivedMail& mail, const std::string& hash) {
    Query query(store,
                "SELECT id FROM inbox WHERE hash = ? AND mailbox = ? AND message_id = ? AND sender = ? AND "
                "verdict NOT IN ('ignored', 'copy') ORDER BY id LIMIT 1");
    query.bind(Blob{hash}, mail.key.mailbox, mail.message_id, mail.sender);
    return query.next() ? query.value<InboxId>() : InboxId{};
}

std::vector<InboxRow> set_aside(Store& store, Instant now) {
    std::vector<InboxRow> rows;
    {
        Query query(store, "SELECT " INBOX_COLUMNS
                           " FROM inbox WHERE verdict = 'waiting' AND attempts > 0 AND attempts >= ? AND "
                           "run <> ? ORDER BY id LIMIT ?");
        query.bind(alone, store.run(), inbox_batch_max);
        rows = rows_of(query);
    }
    for (InboxRow& row : rows) {
        row.verdict = Verdict::quarantined;
        row.reason = "reading it ended the process";
        Inbox(store).rule(row.id, {row.verdict, row.reason, {}, {}, {}}, now);
    }
    return rows;
}

// Whatever was with a process when it died, and whatever comes again, comes alone. A power cut is no mail's
// fault: only who was there at two deaths, the second time alone, is set aside.
std::vector<InboxRow> suspect(Store& store) {
    Query query(store, "SELECT " INBOX_COLUMNS
                       " FROM inbox WHERE verdict = 'waiting' AND "
                       "attempts > 0 AND ((attempts = 1 AND run <> ?1) OR (attempts >= 2 AND run = ?1)) "
                       "ORDER BY id LIMIT 1");
    query.bind(store.run());
    return rows_of(query);
}

std::vector<InboxRow> fresh(Store& store, std::size_t limit) {
    Query query(store, "SELECT " INBOX_COLUMNS " FROM inbox WHERE verdict = 'waiting' ORDER BY id LIMIT ?");
    query.bind(std::min(limit, inbox_batch_max));
    return rows_of(query);
}

bool is_reviewable(const std::optional<InboxRow>& row) {
    return row && (row->verdict == Verdict::held || row->verdict == Verdict::quarantined);
}

bool keeps_no_body(Verdict verdict) {
    return verdict == Verdict::conversation || verdict == Verdict::ignored || verdict == Verdict::forgotten;
}

}

Added Inbox::add(const ReceivedMail& mail, Instant now) {
    if (const auto known = find(mail.key)) return {*known, Arrival::known};
    Entry entry{mail, content_hash(mail), {Verdict::waiting, {}, {}, {}, {}}, {}, 0};
    entry.copy_of = original_of(store_, mail, entry.hash);
    if (entry.copy_of.value != 0) {
        entry.ruling = {Verdict::copy, "the same mail again", {}, {}, {}};
        return {insert(store_, entry, now), Arrival::copy};
    }
    entry.parts = parts_of(mail.raw);
    const InboxId id = insert(store_, entry, now);
    keep_body(store_, id, mail.raw);
    return {id, Arrival::fresh};
}

Added Inbox::add_unread(const ReceivedMail& mail, std::string_view header, const Ruling& ruling,
                        Instant now) {
    if (const auto known = find(mail.key)) return {*known, Arrival::known};
    Entry entry{mail, hash_of("unread\n", header), ruling, {}, 0};
    entry.copy_of = original_of(store_, mail, entry.hash);
    const bool copy =
        entry.copy_of.value != 0 && load(entry.copy_of)->key.uid_validity != mail.key.uid_validity;
    if (!copy) entry.copy_of = {};
    if (copy) entry.ruling = {Verdict::copy, "the same mail again", {}, {}, {}};
    return {insert(store_, entry, now), copy ? Arrival::copy : Arrival::fresh};
}

Added Inbox::ignore(const MailKey& key, std::string_view header, Instant arrived, Instant now) {
    if (const auto known = find(key)) return {*known, Arrival::known};
    const ReceivedMail nothing{key, {}, {}, arrived, 0, {}};
    const Ruling ruling{Verdict::ignored, {}, {}, {}, {}};
    return {insert(store_, {nothing, hash_of("header\n", header), ruling, {}, 0}, now), Arrival::fresh};
}

std::optional<InboxId> Inbox::find(const MailKey& key) const {
    Query query(store_,
                "SELECT id FROM inbox WHERE mailbox = ? AND folder = ? AND uid_validity = ? AND uid = ?");
    query.bind(key.mailbox, key.folder, key.uid_validity, key.uid);
    if (!query.next()) return std::nullopt;
    return query.value<InboxId>();
}

bool Inbox::was_ignored(const MailKey& key, std::string_view header) const {
    Query query(store_,
                "SELECT 1 FROM inbox WHERE hash = ? AND mailbox = ? AND folder = ? AND uid_validity <> ? AND "
                "verdict = 'ignored'");
    query.bind(Blob{hash_of("header\n", header)}, key.mailbox, key.folder, key.uid_validity);
    return query.next();
}

std::vector<InboxId> Inbox::with_message_id(std::string_view message_id) const {
    if (message_id.empty()) return {};
    Query query(store_, "SELECT id FROM inbox WHERE message_id = ? AND message_id <> '' ORDER BY id");
    query.bind(message_id);
    return ids_of(query);
}

Claimed Inbox::claim(std::size_t limit, Instant now) {
    Transaction transaction(store_);
    Claimed claimed;
    claimed.set_aside = set_aside(store_, now);
    claimed.rows = suspect(store_);
    const int attempts = claimed.rows.empty() ? 1 : alone;
    if (claimed.rows.empty()) claimed.rows = fresh(store_, limit);
    for (InboxRow& row : claimed.rows) {
        row.attempts = attempts;
        Query(store_, "UPDATE inbox SET attempts = ?, run = ? WHERE id = ?")
            .bind(attempts, store_.run(), row.id)
            .run();
    }
    transaction.commit();
    return claimed;
}

void Inbox::give_back(const std::vector<InboxId>& ids) {
    Transaction transaction(store_);
    for (const InboxId id : ids)
        Query(store_, "UPDATE inbox SET attempts = 0 WHERE id = ? AND verdict = 'waiting'").bind(id).run();
    transaction.commit();
}

std::optional<InboxRow> Inbox::load(InboxId id) const {
    Query query(store_, "SELECT " INBOX_COLUMNS " FROM inbox WHERE id = ?");
    query.bind(id);
    if (!query.next()) return std::nullopt;
    return row_of(query);
}

std::string Inbox::raw(InboxId id) const {
    Query query(store_,
                "SELECT b.part, i.parts, i.size, b.sealed FROM bodies b JOIN inbox i ON i.id = b.mail "
                "WHERE b.mail = ? ORDER BY b.part");
    query.bind(id);
    std::string raw;
    std::int64_t expected = 0;
    std::int64_t parts = 0;
    while (query.next()) {
        std::int64_t part = 0;
        std::size_t size = 0;
        Blob sealed;
        query.read(part, parts, size, sealed);
        if (part != expected++) broken_row("bodies");
        if (part == 0) raw.reserve(std::min(size, static_cast<std::size_t>(parts) * body_part_octets));
        raw += store_.sealer().open({"bodies", id.value, part, parts}, sealed.bytes);
    }
    if (expected != parts) broken_row("bodies");
    return raw;
}

void Inbox::rule(InboxId id, const Ruling& ruling, Instant now) {
    expect_transaction(store_);
    Query(store_,
          "UPDATE inbox SET verdict = ?, reason = ?, audience = ?, case_id = ?, person = ?, ruled = ? "
          "WHERE id = ?")
        .bind(to_string(ruling.verdict), ruling.reason, ruling.audience, ruling.case_id, ruling.person, now,
              id)
        .run();
    if (keeps_no_body(ruling.verdict)) erase_body(id);
}

void Inbox::erase_body(InboxId id) {
    expect_transaction(store_);
    Query(store_, "DELETE FROM bodies WHERE mail = ?").bind(id).run();
    Query(store_, "UPDATE inbox SET parts = 0 WHERE id = ?").bind(id).run();
}

std::vector<InboxRow> Inbox::of_case(CaseId id) const {
    Query query(store_, "SELECT " INBOX_COLUMNS " FROM inbox WHERE case_id = ? ORDER BY id");
    query.bind(id);
    return rows_of(query);
}

std::vector<InboxRow> Inbox::of_person(PersonId id) const {
    Query query(store_, "SELECT " INBOX_COLUMNS " FROM inbox WHERE person = ? ORDER BY id");
    query.bind(id);
    return rows_of(query);
}

std::vector<InboxRow> Inbox::list(Verdict verdict, std::size_t limit) const {
    Query query(store_, "SELECT " INBOX_COLUMNS " FROM inbox WHERE verdict = ? ORDER BY id DESC LIMIT ?");
    query.bind(to_string(verdict), limit);
    return rows_of(query);
}

std::int64_t Inbox::count(Verdict verdict) const {
    Query query(store_, "SELECT count(*) FROM inbox WHERE verdict = ?");
    query.bind(to_string(verdict)).next();
    return query.value<std::int64_t>();
}

bool Inbox::release(InboxId id, Instant now) {
    expect_transaction(store_);
    const auto row = load(id);
    if (!is_reviewable(row) || !row->has_body) return false;
    rule(id, {Verdict::waiting, std::string(reason_released), {}, {}, {}}, now);
    Query(store_, "UPDATE inbox SET attempts = 0, run = 0, ruled = NULL WHERE id = ?").bind(id).run();
    return true;
}

bool Inbox::drop(InboxId id, std::string_view reason, Instant now) {
    expect_transaction(store_);
    const auto row = load(id);
    if (!is_reviewable(row)) return false;
    rule(id, {Verdict::forgotten, std::string(reason), {}, row->case_id, row->person}, now);
    return true;
}

std::int64_t Inbox::erase_bodies(Verdict verdict, Instant until, std::size_t limit) {
    expect_transaction(store_);
    std::vector<InboxId> ids;
    {
        Query query(store_,
                    "SELECT i.id FROM inbox i LEFT JOIN cases c ON c.id = i.case_id WHERE i.verdict = ? AND "
                    "i.ruled < ? AND i.parts > 0 AND ifnull(c.legal_hold, 0) = 0 ORDER BY i.ruled LIMIT ?");
        query.bind(to_string(verdict), until, limit);
        ids = ids_of(query);
    }
    for (const InboxId id : ids) erase_body(id);
    return static_cast<std::int64_t>(ids.size());
}

std::int64_t Inbox::erase_rows(Instant until, std::size_t limit) {
    expect_transaction(store_);
    return Query(store_,
                 "DELETE FROM inbox WHERE id IN (SELECT id FROM inbox WHERE case_id IS NULL AND "
                 "verdict <> 'waiting' AND ruled < ? ORDER BY ruled LIMIT ?)")
        .bind(until, limit)
        .run();
}

std::string_view to_string(Verdict verdict) {
    return verdicts.at(static_cast<std::size_t>(verdict));
}

std::optional<Verdict> verdict_from(std::string_view text) {
    const auto found = std::find(verdicts.begin(), verdicts.end(), text);
    if (found == verdicts.end()) return std::nullopt;
    return static_cast<Verdict>(found - verdicts.begin());
}

}
