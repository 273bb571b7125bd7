// SPDX-License-Identifier: MIT
#include "daemon/store/schema.h"

#include <array>
#include <cassert>

namespace mentoring {

namespace {

// Everybody on the roster. `profile` is what a mentor wrote about herself, sealed.
constexpr auto people = R"sql(
CREATE TABLE people (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    name         TEXT NOT NULL,
    greeting     TEXT NOT NULL,
    language     TEXT NOT NULL,
    zone         TEXT NOT NULL,
    workplace    TEXT NOT NULL,
    specialty    TEXT NOT NULL,
    region       TEXT NOT NULL,
    member       INTEGER NOT NULL,
    standing     TEXT NOT NULL,
    mailings     TEXT NOT NULL,
    paused_until TEXT,
    away_until   TEXT,
    held         INTEGER NOT NULL,
    discreet     INTEGER NOT NULL,
    noticed      INTEGER NOT NULL,
    profile      BLOB
) STRICT)sql";

// Where she reads mail, in order; a dead one is still hers. `folded` is lower case.
constexpr auto addresses = R"sql(
CREATE TABLE addresses (
    person   INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    folded   TEXT NOT NULL,
    address  TEXT NOT NULL,
    position INTEGER NOT NULL,
    learned  INTEGER,
    dead     INTEGER,
    PRIMARY KEY (person, folded)
) STRICT, WITHOUT ROWID)sql";
constexpr auto addresses_by_text = "CREATE INDEX addresses_by_text ON addresses (folded)";

// Who holds which office; the last day may be open.
constexpr auto holdings = R"sql(
CREATE TABLE holdings (
    program   TEXT NOT NULL,
    office    TEXT NOT NULL,
    holder    INTEGER NOT NULL REFERENCES people,
    from_day  TEXT NOT NULL,
    until_day TEXT,
    PRIMARY KEY (program, office, from_day, holder)
) STRICT, WITHOUT ROWID)sql";

// The structure of each programme as it was, for the cases that run on it.
constexpr auto program_versions = R"sql(
CREATE TABLE program_versions (
    program   TEXT NOT NULL,
    version   INTEGER NOT NULL,
    structure TEXT NOT NULL,
    added     INTEGER NOT NULL,
    PRIMARY KEY (program, version)
) STRICT)sql";

// How far each folder has been read.
constexpr auto folders = R"sql(
CREATE TABLE folders (
    mailbox      TEXT NOT NULL,
    folder       TEXT NOT NULL,
    uid_validity INTEGER NOT NULL,
    uid_seen     INTEGER NOT NULL,
    arrived      INTEGER,
    read_until   INTEGER,
    PRIMARY KEY (mailbox, folder)
) STRICT, WITHOUT ROWID)sql";

// Counter of case numbers.
constexpr auto case_numbers = R"sql(
CREATE TABLE case_numbers (
    program TEXT NOT NULL,
    year    INTEGER NOT NULL,
    last    INTEGER NOT NULL,
    PRIMARY KEY (program, year)
) STRICT, WITHOUT ROWID)sql";

// Cases of which nothing but their number is left.
constexpr auto past_cases = R"sql(
CREATE TABLE past_cases (
    program TEXT NOT NULL,
    year    INTEGER NOT NULL,
    opened  INTEGER NOT NULL,
    closed  INTEGER NOT NULL,
    PRIMARY KEY (program, year)
) STRICT, WITHOUT ROWID)sql";

// `sealed` is the whole case as JSON; the columns are for finding and listing.
constexpr auto cases = R"sql(
CREATE TABLE cases (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    program    TEXT NOT NULL,
    version    INTEGER NOT NULL,
    number     TEXT NOT NULL,
    mentee     INTEGER REFERENCES people,
    state      TEXT NOT NULL,
    owner      TEXT NOT NULL,
    step       INTEGER NOT NULL,
    decisions  INTEGER NOT NULL,
    opened     INTEGER NOT NULL,
    since      INTEGER NOT NULL,
    closed     INTEGER,
    standing   TEXT NOT NULL,
    legal_hold INTEGER NOT NULL DEFAULT 0,
    sealed     BLOB NOT NULL,
    UNIQUE (program, number)
) STRICT)sql";
constexpr auto cases_by_standing = "CREATE INDEX cases_by_standing ON cases (standing, program)";

// The mentee (pairing 0) and the mentors of each case. `carried`: counts as that mentor's load.
constexpr auto parties = R"sql(
CREATE TABLE parties (
    case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE,
    pairing INTEGER NOT NULL,
    person  INTEGER NOT NULL REFERENCES people,
    role    TEXT NOT NULL,
    ended   INTEGER NOT NULL,
    carried INTEGER NOT NULL,
    PRIMARY KEY (case_id, pairing)
) STRICT, WITHOUT ROWID)sql";
constexpr auto parties_by_person = "CREATE INDEX parties_by_person ON parties (person)";

// What falls due and when; of open cases only.
constexpr auto waits = R"sql(
CREATE TABLE waits (
    case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE,
    step    INTEGER NOT NULL,
    name    TEXT NOT NULL,
    program TEXT NOT NULL,
    due     INTEGER NOT NULL,
    PRIMARY KEY (case_id, step, name)
) STRICT, WITHOUT ROWID)sql";
constexpr auto waits_by_due = "CREATE INDEX waits_by_due ON waits (program, due)";

// One row a mail. `hash`: BLAKE2b-256 of the content (inbox.h). `run`: the process that claimed it last.
constexpr auto inbox = R"sql(
CREATE TABLE inbox (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    mailbox      TEXT NOT NULL,
    folder       TEXT NOT NULL,
    uid_validity INTEGER NOT NULL,
    uid          INTEGER NOT NULL,
    message_id   TEXT NOT NULL,
    sender       TEXT NOT NULL,
    hash         BLOB NOT NULL,
    arrived      INTEGER NOT NULL,
    received     INTEGER NOT NULL,
    ruled        INTEGER,
    size         INTEGER NOT NULL,
    attempts     INTEGER NOT NULL,
    run          INTEGER NOT NULL,
    verdict      TEXT NOT NULL,
    reason       TEXT NOT NULL,
    audience     TEXT NOT NULL,
    case_id      INTEGER REFERENCES cases ON DELETE SET NULL,
    person       INTEGER REFERENCES people,
    copy_of      INTEGER REFERENCES inbox ON DELETE SET NULL,
    parts        INTEGER NOT NULL,
    UNIQUE (mailbox, folder, uid_validity, uid)
) STRICT)sql";
constexpr auto inbox_by_hash = "CREATE INDEX inbox_by_hash ON inbox (hash)";
constexpr auto inbox_by_message_id =
    "CREATE INDEX inbox_by_message_id ON inbox (message_id) WHERE message_id <> ''";
constexpr auto inbox_waiting = "CREATE INDEX inbox_waiting ON inbox (id) WHERE verdict = 'waiting'";
constexpr auto inbox_ruled = "CREATE INDEX inbox_ruled ON inbox (verdict, ruled)";
constexpr auto inbox_by_original =
    "CREATE INDEX inbox_by_original ON inbox (copy_of) WHERE copy_of IS NOT NULL";
constexpr auto inbox_begun =
    "CREATE INDEX inbox_begun ON inbox (id) WHERE verdict = 'waiting' AND attempts > 0";
constexpr auto inbox_by_case = "CREATE INDEX inbox_by_case ON inbox (case_id) WHERE case_id IS NOT NULL";
constexpr auto inbox_by_person = "CREATE INDEX inbox_by_person ON inbox (person) WHERE person IS NOT NULL";

// The raw mail in sealed parts of at most body_part_octets, so that ten megabytes never lie in memory twice.
constexpr auto bodies = R"sql(
CREATE TABLE bodies (
    mail   INTEGER NOT NULL REFERENCES inbox ON DELETE CASCADE,
    part   INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE (mail, part)
) STRICT)sql";

// What is still to be done on the server.
constexpr auto moves = R"sql(
CREATE TABLE moves (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    mailbox      TEXT NOT NULL,
    folder       TEXT NOT NULL,
    uid_validity INTEGER NOT NULL,
    uid          INTEGER NOT NULL,
    action       TEXT NOT NULL,
    target       TEXT NOT NULL,
    due          INTEGER NOT NULL,
    attempts     INTEGER NOT NULL,
    state        TEXT NOT NULL,
    reason       TEXT NOT NULL,
    changed      INTEGER,
    UNIQUE (mailbox, folder, uid_validity, uid, action, target)
) STRICT)sql";
constexpr auto moves_pending =
    "CREATE INDEX moves_pending ON moves (mailbox, folder, due) WHERE state = 'pending'";

constexpr auto journal = R"sql(
CREATE TABLE journal (
    id       INTEGER PRIMARY KEY,
    case_id  INTEGER REFERENCES cases ON DELETE CASCADE,
    decision INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    line     TEXT NOT NULL
) STRICT)sql";
constexpr auto journal_by_case = "CREATE INDEX journal_by_case ON journal (case_id)";
constexpr auto journal_by_time = "CREATE INDEX journal_by_time ON journal (at)";

// `next_attempt` is empty where nothing more is tried. `deferred`: since when the server answers 4xx.
constexpr auto outbox = R"sql(
CREATE TABLE outbox (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    mailbox       TEXT NOT NULL,
    program       TEXT NOT NULL,
    case_id       INTEGER REFERENCES cases ON DELETE SET NULL,
    decision      INTEGER NOT NULL,
    period        TEXT NOT NULL,
    recipient     INTEGER REFERENCES people,
    letter        TEXT NOT NULL,
    role          TEXT NOT NULL,
    step          INTEGER NOT NULL,
    purpose       TEXT NOT NULL,
    message_id    TEXT NOT NULL UNIQUE,
    envelope_from TEXT NOT NULL,
    envelope_to   TEXT NOT NULL,
    queued        INTEGER NOT NULL,
    not_before    INTEGER NOT NULL,
    audience      TEXT NOT NULL,
    unasked       INTEGER NOT NULL,
    headers_only  INTEGER NOT NULL,
    erase_sent    INTEGER NOT NULL,
    state         TEXT NOT NULL,
    attempts      INTEGER NOT NULL,
    unknowns      INTEGER NOT NULL DEFAULT 0,
    next_attempt  INTEGER,
    attempted     INTEGER,
    deferred      INTEGER,
    dot_sent      INTEGER,
    sent          INTEGER,
    settled       INTEGER,
    code          INTEGER NOT NULL DEFAULT 0,
    status        TEXT NOT NULL DEFAULT '',
    reason        TEXT NOT NULL DEFAULT '',
    sealed        BLOB
) STRICT)sql";
// The second law: one row a letter. Without a case it is the programme and the period; without a person, the
// address.
constexpr auto outbox_once = R"sql(
CREATE UNIQUE INDEX outbox_once ON outbox (
    ifnull(case_id, 0), decision, ifnull(recipient, 0), letter,
    CASE WHEN case_id IS NULL THEN program ELSE '' END,
    CASE WHEN case_id IS NULL THEN period ELSE '' END,
    CASE WHEN recipient IS NULL THEN envelope_to ELSE '' END))sql";
constexpr auto outbox_due =
    "CREATE INDEX outbox_due ON outbox (mailbox, next_attempt) WHERE state IN ('queued', 'unknown')";
constexpr auto outbox_attempted = "CREATE INDEX outbox_attempted ON outbox (mailbox, attempted)";
constexpr auto outbox_by_state = "CREATE INDEX outbox_by_state ON outbox (state)";
constexpr auto outbox_by_recipient = "CREATE INDEX outbox_by_recipient ON outbox (recipient, queued)";
constexpr auto outbox_by_case = "CREATE INDEX outbox_by_case ON outbox (case_id)";
constexpr auto outbox_by_address = "CREATE INDEX outbox_by_address ON outbox (envelope_to, queued)";

// Letters that were not sent, and why.
constexpr auto suppressed = R"sql(
CREATE TABLE suppressed (
    id        INTEGER PRIMARY KEY,
    case_id   INTEGER REFERENCES cases ON DELETE SET NULL,
    recipient INTEGER REFERENCES people,
    address   TEXT NOT NULL,
    letter    TEXT NOT NULL,
    reason    TEXT NOT NULL,
    at        INTEGER NOT NULL
) STRICT)sql";
constexpr auto suppressed_by_time = "CREATE INDEX suppressed_by_time ON suppressed (at)";
constexpr auto suppressed_by_case = "CREATE INDEX suppressed_by_case ON suppressed (case_id)";

// Ratings and words together in `sealed`.
constexpr auto evaluations = R"sql(
CREATE TABLE evaluations (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id   INTEGER REFERENCES cases ON DELETE SET NULL,
    program   TEXT NOT NULL,
    kept      INTEGER NOT NULL,
    digest    TEXT NOT NULL,
    addressed INTEGER,
    how       TEXT NOT NULL,
    worded    INTEGER NOT NULL,
    sealed    BLOB NOT NULL
) STRICT)sql";
constexpr auto evaluations_by_case = "CREATE INDEX evaluations_by_case ON evaluations (case_id)";
constexpr auto evaluations_by_time = "CREATE INDEX evaluations_by_time ON evaluations (program, kept)";

// Words and who wrote them together in `sealed`.
constexpr auto concerns = R"sql(
CREATE TABLE concerns (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id    INTEGER REFERENCES cases ON DELETE SET NULL,
    number     INTEGER NOT NULL,
    program    TEXT NOT NULL,
    reader     TEXT NOT NULL,
    raised     INTEGER NOT NULL,
    digest     TEXT NOT NULL,
    addressed  INTEGER,
    how        TEXT NOT NULL,
    made_known INTEGER,
    worded     INTEGER NOT NULL,
    sealed     BLOB NOT NULL
) STRICT)sql";
constexpr auto concerns_by_time = "CREATE INDEX concerns_by_time ON concerns (program, raised)";
constexpr auto concerns_by_case = "CREATE INDEX concerns_by_case ON concerns (case_id)";

constexpr auto markers = R"sql(
CREATE TABLE markers (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID)sql";

// Opens with the right keys and no others: asked at each start.
constexpr auto key_check = R"sql(
CREATE TABLE key_check (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    sealed BLOB NOT NULL
) STRICT)sql";

constexpr std::array first_step{people,
                                addresses,
                                addresses_by_text,
                                holdings,
                                program_versions,
                                folders,
                                case_numbers,
                                past_cases,
                                cases,
                                cases_by_standing,
                                parties,
                                parties_by_person,
                                waits,
                                waits_by_due,
                                inbox,
                                inbox_by_hash,
                                inbox_by_message_id,
                                inbox_waiting,
                                inbox_ruled,
                                inbox_begun,
                                inbox_by_original,
                                inbox_by_case,
                                inbox_by_person,
                                bodies,
                                moves,
                                moves_pending,
                                journal,
                                journal_by_case,
                                journal_by_time,
                                outbox,
                                outbox_once,
                                outbox_due,
                                outbox_attempted,
                                outbox_by_state,
                                outbox_by_recipient,
                                outbox_by_case,
                                outbox_by_address,
                                suppressed,
                                suppressed_by_time,
                                suppressed_by_case,
                                evaluations,
                                evaluations_by_case,
                                evaluations_by_time,
                                concerns,
                                concerns_by_time,
                                concerns_by_case,
                                markers,
                                key_check};

}

std::span<const char* const> schema_step(int version) {
    assert(version == 1);
    static_cast<void>(version);
    return first_step;
}

}
