// SPDX-License-Identifier: MIT
#include "daemon/store/cases.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <iomanip>
#include <sstream>

#include "daemon/store/case_json.h"
#include "daemon/store/inbox.h"
#include "daemon/store/outbox.h"
#include "daemon/store/query.h"

#define CASE_COLUMNS                                                                                   \
    "c.id, c.program, c.number, c.state, c.owner, c.mentee, c.opened, c.since, c.closed, c.standing, " \
    "(SELECT min(due) FROM waits w WHERE w.case_id = c.id)"

namespace mentoring {

namespace {

constexpr std::array<std::string_view, 3> standings{"open", "closed", "forgotten"};

std::string_view to_string(CaseStanding standing) {
    return standings.at(static_cast<std::size_t>(standing));
}

CaseStanding standing_from(std::string_view text) {
    const auto found = std::find(standings.begin(), standings.end(), text);
    if (found == standings.end()) broken_row("cases");
    return static_cast<CaseStanding>(found - standings.begin());
}

bool is_final(const Program& program, Scope scope, const std::string& state) {
    const State* found = state_named(program, scope, state);
    return found != nullptr && found->final;
}

bool has_ended(const Program& program, const Pairing& pairing) {
    return !pairing.outcome.empty() || is_final(program, Scope::of_pairing, pairing.state);
}

struct Party {
    int pairing = 0;
    PersonId person;
    std::string role;
    bool ended = false;
    bool carried = false;
    bool operator==(const Party&) const = default;
};

std::vector<Party> parties_of(const Case& next, const Program& program) {
    const bool closed = is_final(program, Scope::of_case, next.state);
    std::vector<Party> parties;
    if (next.mentee.value != 0) parties.push_back({0, next.mentee, "mentee", closed, false});
    for (const Pairing& pairing : next.pairings) {
        if (pairing.mentor.value == 0) continue;
        const bool ended = closed || has_ended(program, pairing);
        const bool carried = !ended && pairing.accepted;
        parties.push_back({pairing.number, pairing.mentor, pairing.role, ended, carried});
    }
    return parties;
}

std::vector<Party> kept_parties(const Store& store, CaseId id) {
    Query query(
        store,
        "SELECT pairing, person, role, ended, carried FROM parties WHERE case_id = ? ORDER BY pairing");
    query.bind(id);
    std::vector<Party> parties;
    while (query.next()) {
        Party& party = parties.emplace_back();
        query.read(party.pairing, party.person, party.role, party.ended, party.carried);
    }
    return parties;
}

void keep_parties(const Store& store, CaseId id, const std::vector<Party>& parties) {
    if (parties == kept_parties(store, id)) return;
    Query(store, "DELETE FROM parties WHERE case_id = ?").bind(id).run();
    for (const Party& party : parties)
        Query(
            store,
            "INSERT INTO parties (case_id, pairing, person, role, ended, carried) VALUES (?, ?, ?, ?, ?, ?)")
            .bind(id, party.pairing, party.person, party.role, party.ended, party.carried)
            .run();
}

std::vector<DueWait> due_of(Query& query) {
    std::vector<DueWait> waits;
    while (query.next()) {
        DueWait& wait = waits.emplace_back();
        query.read(wait.case_id, wait.step, wait.name, wait.due);
    }
    return waits;
}

std::vector<DueWait> kept_waits(const Store& store, CaseId id) {
    Query query(store, "SELECT case_id, step, name, due FROM waits WHERE case_id = ?");
    query.bind(id);
    return due_of(query);
}

bool has(const std::vector<DueWait>& waits, const DueWait& wait) {
    return std::find(waits.begin(), waits.end(), wait) != waits.end();
}

// Most decisions leave most waits as they are.
void keep_waits(const Store& store, const Case& next, CaseStanding standing) {
    std::vector<DueWait> wanted;
    if (standing == CaseStanding::open)
        for (const Wait& wait : next.waits) wanted.push_back({next.id, wait.step, wait.name, wait.due});
    const std::vector<DueWait> kept = kept_waits(store, next.id);
    for (const DueWait& wait : kept)
        if (!has(wanted, wait))
            Query(store, "DELETE FROM waits WHERE case_id = ? AND step = ? AND name = ?")
                .bind(wait.case_id, wait.step, wait.name)
                .run();
    for (const DueWait& wait : wanted)
        if (!has(kept, wait))
            Query(store, "INSERT INTO waits (case_id, step, name, program, due) VALUES (?, ?, ?, ?, ?)")
                .bind(wait.case_id, wait.step, wait.name, next.program, wait.due)
                .run();
}

Blob sealed_case(const Store& store, const Case& next) {
    return {store.sealer().seal({"cases", next.id.value}, to_json(next))};
}

struct Kept {
    int decisions = 0;
    CaseStanding standing = CaseStanding::open;
    std::optional<Instant> closed;
};

std::optional<Kept> kept(const Store& store, CaseId id) {
    Query query(store, "SELECT decisions, standing, closed FROM cases WHERE id = ?");
    query.bind(id);
    if (!query.next()) return std::nullopt;
    Kept found;
    std::string standing;
    query.read(found.decisions, standing, found.closed);
    found.standing = standing_from(standing);
    return found;
}

void update(const Store& store, const Case& next, CaseStanding standing, std::optional<Instant> closed) {
    Query(
        store,
        "UPDATE cases SET version = ?, mentee = ?, state = ?, owner = ?, step = ?, decisions = ?, since = ?, "
        "closed = ?, standing = ?, sealed = ? WHERE id = ?")
        .bind(next.version, next.mentee, next.state, next.owner, next.step, next.decisions, next.since,
              closed, to_string(standing), sealed_case(store, next), next.id)
        .run();
}

CaseRow case_row_of(Query& query) {
    CaseRow row;
    std::string standing;
    query.read(row.id, row.program, row.number, row.state, row.owner, row.mentee, row.opened, row.since,
               row.closed, standing, row.next_due);
    row.standing = standing_from(standing);
    return row;
}

std::vector<CaseId> ids_of(Query& query) {
    std::vector<CaseId> ids;
    while (query.next()) ids.push_back(query.value<CaseId>());
    return ids;
}

std::vector<CaseId> ended_before(const Store& store, CaseStanding standing, Instant until,
                                 std::size_t limit) {
    Query query(store,
                "SELECT id FROM cases WHERE standing = ? AND closed < ? AND legal_hold = 0 "
                "ORDER BY closed LIMIT ?");
    query.bind(to_string(standing), until, limit);
    return ids_of(query);
}

void count_past(const Store& store, const std::string& program, Instant when, int opened, int closed) {
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(when)};
    Query(store,
          "INSERT INTO past_cases (program, year, opened, closed) VALUES (?, ?, ?, ?) ON CONFLICT (program, "
          "year) DO UPDATE SET opened = opened + excluded.opened, closed = closed + excluded.closed")
        .bind(program, static_cast<int>(day.year()), opened, closed)
        .run();
}

// What stays of a case for dates and counts.
Case without_words(Case kept) {
    kept.words.clear();
    kept.suggested.clear();
    kept.not_to_ask.clear();
    kept.ratings.clear();
    kept.unproven.reset();
    kept.before.clear();
    kept.told.clear();
    kept.waits.clear();
    for (Pairing& pairing : kept.pairings) pairing.words.clear();
    return kept;
}

}

std::string Cases::next_number(std::string_view program, int year) {
    expect_transaction(store_);
    Query query(store_,
                "INSERT INTO case_numbers (program, year, last) VALUES (?, ?, 1) "
                "ON CONFLICT (program, year) DO UPDATE SET last = last + 1 RETURNING last");
    query.bind(program, year).next();
    const int last = query.value<int>();
    query.next();
    std::ostringstream number;
    number << year << '-' << std::setw(3) << std::setfill('0') << last;
    return number.str();
}

CaseId Cases::add(Case opened, const Program& program, Instant now) {
    expect_transaction(store_);
    opened.id = {next_row(store_, "cases")};
    Query(store_,
          "INSERT INTO cases (id, program, version, number, state, owner, step, decisions, opened, since, "
          "standing, sealed) VALUES (?, ?, ?, ?, '', '', 0, 0, ?, ?, 'open', x'')")
        .bind(opened.id, opened.program, opened.version, opened.number, opened.opened, opened.since)
        .run();
    save(opened, program, now);
    return opened.id;
}

void Cases::save(const Case& next, const Program& program, Instant now) {
    expect_transaction(store_);
    const auto before = kept(store_, next.id);
    assert(before && before->decisions <= next.decisions);
    const auto standing =
        is_final(program, Scope::of_case, next.state) ? CaseStanding::closed : CaseStanding::open;
    std::optional<Instant> closed;
    if (standing == CaseStanding::closed) closed = before->closed.value_or(now);
    update(store_, next, standing, closed);
    keep_parties(store_, next.id, parties_of(next, program));
    keep_waits(store_, next, standing);
}

std::optional<Case> Cases::load(CaseId id) const {
    Query query(store_, "SELECT sealed FROM cases WHERE id = ?");
    query.bind(id);
    if (!query.next()) return std::nullopt;
    return case_from_json(store_.sealer().open({"cases", id.value}, query.value<Blob>().bytes));
}

std::optional<Case> Cases::load(std::string_view program, std::string_view number) const {
    const auto id = find(program, number);
    return id ? load(*id) : std::nullopt;
}

std::optional<CaseId> Cases::find(std::string_view program, std::string_view number) const {
    Query query(store_, "SELECT id FROM cases WHERE program = ? AND number = ?");
    query.bind(program, number);
    if (!query.next()) return std::nullopt;
    return query.value<CaseId>();
}

std::vector<CaseId> Cases::with_number(std::string_view number) const {
    Query query(store_, "SELECT id FROM cases WHERE number = ? ORDER BY id");
    query.bind(number);
    return ids_of(query);
}

std::vector<Involvement> Cases::involvements_of(PersonId person) const {
    Query query(store_,
                "SELECT c.id, c.program, p.role, p.pairing, p.ended, c.standing FROM parties p "
                "JOIN cases c ON c.id = p.case_id WHERE p.person = ? "
                "ORDER BY c.standing <> 'open', c.id DESC, p.pairing");
    query.bind(person);
    std::vector<Involvement> involvements;
    while (query.next()) {
        Involvement& each = involvements.emplace_back();
        std::string standing;
        query.read(each.case_id, each.program, each.role, each.pairing, each.ended, standing);
        each.standing = standing_from(standing);
    }
    return involvements;
}

std::vector<CaseId> Cases::open_of(PersonId person) const {
    Query query(store_,
                "SELECT DISTINCT c.id FROM parties p JOIN cases c ON c.id = p.case_id "
                "WHERE p.person = ? AND p.ended = 0 AND c.standing = 'open' ORDER BY c.id DESC");
    query.bind(person);
    return ids_of(query);
}

std::vector<CaseId> Cases::open_in(std::string_view program) const {
    Query query(store_, "SELECT id FROM cases WHERE standing = 'open' AND program = ? ORDER BY id");
    query.bind(program);
    return ids_of(query);
}

std::vector<std::string> Cases::programs_with_open_cases() const {
    Query query(store_, "SELECT DISTINCT program FROM cases WHERE standing = 'open' ORDER BY program");
    std::vector<std::string> programs;
    while (query.next()) programs.push_back(query.value<std::string>());
    return programs;
}

std::vector<CaseRow> Cases::list(std::string_view program, CaseStanding standing, std::size_t limit) const {
    Query query(store_, "SELECT " CASE_COLUMNS
                        " FROM cases c WHERE c.program = ? AND c.standing = ? "
                        "ORDER BY c.id DESC LIMIT ?");
    query.bind(program, to_string(standing), limit);
    std::vector<CaseRow> rows;
    while (query.next()) rows.push_back(case_row_of(query));
    return rows;
}

std::optional<CaseRow> Cases::row(CaseId id) const {
    Query query(store_, "SELECT " CASE_COLUMNS " FROM cases c WHERE c.id = ?");
    query.bind(id);
    if (!query.next()) return std::nullopt;
    return case_row_of(query);
}

std::vector<DueWait> Cases::due(std::string_view program, Instant until, std::size_t limit) const {
    Query query(store_,
                "SELECT case_id, step, name, due FROM waits WHERE program = ? AND due <= ? "
                "ORDER BY due, case_id, step, name LIMIT ?");
    query.bind(program, until, std::min(limit, waits_batch_max));
    return due_of(query);
}

std::optional<Instant> Cases::earliest_due(std::string_view program) const {
    Query query(store_, "SELECT min(due) FROM waits WHERE program = ?");
    query.bind(program).next();
    return query.value<std::optional<Instant>>();
}

bool Cases::forget(CaseId id, Instant now) {
    expect_transaction(store_);
    const auto before = kept(store_, id);
    if (!before || before->standing == CaseStanding::open || legal_hold(id)) return false;
    const Case shorn = without_words(load(id).value());
    Query(store_,
          "UPDATE cases SET standing = 'forgotten', closed = ifnull(closed, ?), sealed = ? WHERE id = ?")
        .bind(now, sealed_case(store_, shorn), id)
        .run();
    for (const InboxRow& mail : Inbox(store_).of_case(id)) Inbox(store_).erase_body(mail.id);
    for (const OutboxRow& letter : Outbox(store_).of_case(id)) Outbox(store_).erase_bytes(letter.id);
    return true;
}

bool Cases::reduce_to_counts(CaseId id) {
    expect_transaction(store_);
    const auto before = row(id);
    if (!before || before->standing != CaseStanding::forgotten || legal_hold(id)) return false;
    count_past(store_, before->program, before->opened, 1, 0);
    count_past(store_, before->program, before->closed.value_or(before->since), 0, 1);
    for (const char* erase : {"DELETE FROM outbox WHERE case_id = ?", "DELETE FROM inbox WHERE case_id = ?",
                              "DELETE FROM suppressed WHERE case_id = ?", "DELETE FROM cases WHERE id = ?"})
        Query(store_, erase).bind(id).run();
    return true;
}

PastCases Cases::past(std::string_view program, int year) const {
    PastCases counts;
    Query query(store_, "SELECT opened, closed FROM past_cases WHERE program = ? AND year = ?");
    query.bind(program, year);
    if (query.next()) query.read(counts.opened, counts.closed);
    return counts;
}

void Cases::set_legal_hold(CaseId id, bool held) {
    expect_transaction(store_);
    Query(store_, "UPDATE cases SET legal_hold = ? WHERE id = ?").bind(held, id).run();
}

bool Cases::legal_hold(CaseId id) const {
    Query query(store_, "SELECT legal_hold FROM cases WHERE id = ?");
    query.bind(id);
    return query.next() && query.value<bool>();
}

std::vector<CaseId> Cases::closed_before(Instant until, std::size_t limit) const {
    return ended_before(store_, CaseStanding::closed, until, limit);
}

std::vector<CaseId> Cases::forgotten_before(Instant until, std::size_t limit) const {
    return ended_before(store_, CaseStanding::forgotten, until, limit);
}

}
