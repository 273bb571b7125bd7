// SPDX-License-Identifier: MIT
#include "daemon/store/store.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <random>
#include <utility>

#include "daemon/store/connection.h"
#include "daemon/store/query.h"
#include "daemon/store/schema.h"

namespace mentoring {

namespace {

constexpr int busy_timeout_milliseconds = 5000;
// The index over mentors' words and everybody's names lives here, so that they stand in no file.
constexpr auto settings = R"sql(
PRAGMA foreign_keys = ON;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
PRAGMA temp_store = MEMORY;
PRAGMA trusted_schema = OFF;
PRAGMA journal_size_limit = 4194304;
CREATE VIRTUAL TABLE temp.profile_words USING fts5(words, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE temp.person_names USING fts5(name, tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE temp.indexed (change TEXT NOT NULL);
)sql";
constexpr auto key_check_text = "mentord";

void make_private_file(const std::string& path) {
    if (path.empty() || path.front() == ':') return;
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) {
        const auto kind = errno == ENOSPC ? StoreFailure::Kind::full : StoreFailure::Kind::broken;
        throw StoreFailure(kind, "opening the database file: error " + std::to_string(errno));
    }
    ::close(file);
}

std::unique_ptr<StoreConnection> connect(const std::string& path, const std::string& vfs) {
    if (vfs.empty()) make_private_file(path);
    try {
        auto connection = std::make_unique<StoreConnection>(path, vfs);
        refuse_foreign(*connection);
        connection->database().exec(settings);
        bring_up_to_date(*connection);
        return connection;
    } catch (const SQLite::Exception& exception) {
        throw failure_from(exception, "opening the database");
    }
}

std::int64_t drawn_number() {
    std::random_device device;
    return static_cast<std::int64_t>(std::uniform_int_distribution<std::uint64_t>(1, INT64_MAX)(device));
}

void check_keys(Store& store) {
    const Place place{"key_check", 1};
    Query kept(store, "SELECT sealed FROM key_check");
    if (kept.next()) {
        store.sealer().open(place, kept.value<Blob>().bytes);
        return;
    }
    Transaction transaction(store);
    Query(store, "INSERT OR IGNORE INTO key_check (id, sealed) VALUES (1, ?)")
        .bind(Blob{store.sealer().seal(place, key_check_text)})
        .run();
    transaction.commit();
}

StoreFailure::Kind kind_of(int extended) {
    if (extended == SQLITE_IOERR_SHMSIZE) return StoreFailure::Kind::full;
    switch (extended & 0xff) {
        case SQLITE_FULL:
            return StoreFailure::Kind::full;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return StoreFailure::Kind::busy;
        default:
            return StoreFailure::Kind::broken;
    }
}

}

StoreFailure failure_from(const SQLite::Exception& exception, std::string_view operation) {
    const int code =
        exception.getExtendedErrorCode() > 0 ? exception.getExtendedErrorCode() : exception.getErrorCode();
    return {kind_of(code), std::string(operation) + ": " + sqlite3_errstr(code)};
}

StoreConnection::StoreConnection(const std::string& path, const std::string& vfs)
    : database_(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLITE_OPEN_EXRESCODE,
                busy_timeout_milliseconds, vfs) {}

std::unique_ptr<SQLite::Statement> StoreConnection::take(const char* sql) {
    if (const auto found = idle_.find(sql); found != idle_.end() && found->second)
        return std::move(found->second);
    return std::make_unique<SQLite::Statement>(database_, sql);
}

void StoreConnection::give(const char* sql, std::unique_ptr<SQLite::Statement> statement) {
    statement->tryReset();
    statement->clearBindings();
    idle_[sql] = std::move(statement);
}

void StoreConnection::run(const char* sql) {
    try {
        database_.exec(sql);
    } catch (const SQLite::Exception& exception) {
        throw failure(exception, sql);
    }
}

StoreFailure StoreConnection::failure(const SQLite::Exception& exception, std::string_view operation) {
    const int code = exception.getErrorCode() & 0xff;
    if (code == SQLITE_FULL || code == SQLITE_IOERR) database_.tryExec("ROLLBACK");
    return failure_from(exception, operation);
}

Store::Store(const std::string& path, Keys keys, const std::string& vfs)
    : path_(path), sealer_(std::move(keys)), run_(drawn_number()), connection_(connect(path, vfs)) {
    try {
        check_keys(*this);
    } catch (const SealBroken&) {
        throw StoreFailure(StoreFailure::Kind::broken, "the key does not open this database");
    }
}

Store::~Store() = default;

bool Store::in_transaction() const {
    return sqlite3_get_autocommit(connection_->database().getHandle()) == 0;
}

bool Store::changed_elsewhere() {
    std::int64_t version = 0;
    Query query(*this, "PRAGMA data_version");
    if (query.next()) query.read(version);
    return version != std::exchange(data_version_, version);
}

bool Store::truncate_log() {
    assert(!in_transaction());
    int left = 0;
    const int rc = sqlite3_wal_checkpoint_v2(connection_->database().getHandle(), "main",
                                             SQLITE_CHECKPOINT_TRUNCATE, &left, nullptr);
    if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED) return false;
    if (rc != SQLITE_OK)
        throw StoreFailure(kind_of(rc), std::string("truncating the log: ") + sqlite3_errstr(rc));
    return left <= 0;
}

Transaction::Transaction(Store& store) : store_(store) {
    assert(!store.in_transaction());
    store.connection().run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (store_.in_transaction()) store_.connection().database().tryExec("ROLLBACK");
}

void Transaction::commit() {
    assert(store_.in_transaction());
    store_.connection().run("COMMIT");
}

Savepoint::Savepoint(Store& store) : store_(store) {
    expect_transaction(store);
    store.connection().run("SAVEPOINT item");
}

Savepoint::~Savepoint() {
    if (open_ && store_.in_transaction())
        store_.connection().database().tryExec("ROLLBACK TO item; RELEASE item");
}

void Savepoint::release() {
    store_.connection().run("RELEASE item");
    open_ = false;
}

void Savepoint::roll_back() {
    open_ = false;
    if (store_.in_transaction()) store_.connection().run("ROLLBACK TO item; RELEASE item");
}

}
