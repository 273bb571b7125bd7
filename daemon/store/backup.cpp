// SPDX-License-Identifier: MIT
#include "daemon/store/backup.h"

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "daemon/store/catching_up.h"
#include "daemon/store/connection.h"
#include "daemon/store/markers.h"
#include "daemon/store/query.h"
#include "daemon/store/schema.h"

namespace mentoring {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view name_begins = "mentord-";
constexpr std::string_view name_ends = ".db";
constexpr int copy_attempts_max = 200;
constexpr unsigned copy_pause_microseconds = 10'000;
constexpr auto made_marker = "backup made";

[[noreturn]] void fail(std::string_view operation, int error) {
    const auto kind =
        error == ENOSPC || error == EDQUOT ? StoreFailure::Kind::full : StoreFailure::Kind::broken;
    throw StoreFailure(kind, std::string(operation) + ": " + std::generic_category().message(error));
}

void make_empty(const std::string& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) fail("making the backup file", errno);
    ::close(file);
}

void sync(const std::string& path, int flags) {
    const int file = ::open(path.c_str(), flags | O_RDONLY | O_CLOEXEC);
    if (file < 0) fail("opening the backup", errno);
    const int rc = ::fsync(file);
    const int error = errno;
    ::close(file);
    if (rc != 0) fail("writing the backup to the disk", error);
}

void rename(const std::string& from, const std::string& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0) fail("naming the backup", errno);
    const fs::path folder = fs::path(to).parent_path();
    sync(folder.empty() ? "." : folder.string(), O_DIRECTORY);
}

void remove_with_logs(const std::string& path) {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(path + suffix, ignored);
}

// Removes a file that did not come to its name.
class Unfinished {
public:
    explicit Unfinished(std::string path) : path_(std::move(path)) { remove_with_logs(path_); }
    ~Unfinished() { remove_with_logs(path_); }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

[[noreturn]] void unsound(const char* what) {
    throw StoreFailure(StoreFailure::Kind::broken, std::string("the backup is unsound: ") + what);
}

void check(SQLite::Database& database) {
    if (database.execAndGet("PRAGMA application_id").getInt() != application_id)
        unsound("it is none of mentord");
    if (database.execAndGet("PRAGMA integrity_check(1)").getString() != "ok")
        unsound("the integrity check fails");
    SQLite::Statement foreign(database, "PRAGMA foreign_key_check");
    if (foreign.executeStep()) unsound("a row refers to one that is missing");
}

// An unfinished copy needs no journal that outlives a power cut: it is synced once, before it gets its name.
constexpr auto unsynced = "PRAGMA synchronous = OFF";

void copy_database(SQLite::Database& from, const std::string& to) {
    SQLite::Database copy(to, SQLite::OPEN_READWRITE);
    copy.exec(unsynced);
    SQLite::Backup backup(copy, from);
    int rc = backup.executeStep(-1);
    for (int attempt = 1; (rc == SQLITE_BUSY || rc == SQLITE_LOCKED) && attempt < copy_attempts_max;
         ++attempt) {
        ::usleep(copy_pause_microseconds);
        rc = backup.executeStep(-1);
    }
    if (rc != SQLITE_DONE) throw SQLite::Exception("the copy did not end", rc);
}

// One file without a log beside it.
void settle(const std::string& path) {
    SQLite::Database copy(path, SQLite::OPEN_READWRITE);
    copy.exec(unsynced);
    copy.exec("PRAGMA journal_mode = DELETE");
    check(copy);
}

template <class Work>
auto mapped(const char* operation, Work work) {
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        throw failure_from(exception, operation);
    }
}

std::optional<Date> day_of_backup(const fs::path& path) {
    const std::string name = path.filename().string();
    if (!name.starts_with(name_begins) || !name.ends_with(name_ends)) return std::nullopt;
    return date_from_iso(
        name.substr(name_begins.size(), name.size() - name_begins.size() - name_ends.size()));
}

// A store in use keeps a lock that an exclusive one cannot pass. A file that is none any more is nobody's.
void expect_unused(const std::string& path) {
    if (!fs::exists(path)) return;
    try {
        SQLite::Database former(path, SQLite::OPEN_READWRITE);
        former.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK");
    } catch (const SQLite::Exception& exception) {
        const StoreFailure failure = failure_from(exception, "the database is in use; stop mentord first");
        if (failure.kind() == StoreFailure::Kind::busy) throw failure;
    }
}

std::string put_aside(const std::string& path, Instant now) {
    if (!fs::exists(path)) return {};
    const std::string aside = path + ".replaced-" + std::to_string(now.time_since_epoch().count());
    for (const char* suffix : {"-wal", "-shm", ""})
        if (fs::exists(path + suffix)) rename(path + suffix, aside + suffix);
    return aside;
}

std::int64_t count(const Store& store, const char* sql) {
    Query query(store, sql);
    query.next();
    return query.value<std::int64_t>();
}

// What was not sent when the backup was made may have been sent since.
RestoreReport hold_and_report(Store& store, Instant now) {
    Transaction transaction(store);
    RestoreReport report;
    report.made = Markers(store).when(made_marker);
    report.letters_held = Query(store,
                                "UPDATE outbox SET state = 'held', next_attempt = NULL, "
                                "reason = 'unsent when the backup was made' "
                                "WHERE state IN ('queued', 'attempting', 'unknown')")
                              .run();
    Query(store, "UPDATE inbox SET attempts = 0, run = 0 WHERE verdict = 'waiting'").run();
    report.cases_open = count(store, "SELECT count(*) FROM cases WHERE standing = 'open'");
    report.mails_waiting = count(store, "SELECT count(*) FROM inbox WHERE verdict = 'waiting'");
    report.folders = Mailboxes(store).list();
    for (const auto& each : report.folders) CatchingUp(store).begin(each.mailbox, now);
    transaction.commit();
    return report;
}

RestoreReport prepare(const std::string& path, const Keys& keys, Instant now) {
    Store store(path, keys);
    return hold_and_report(store, now);
}

}

void back_up(Store& store, const std::string& path, Instant now) {
    {
        Transaction transaction(store);
        Markers(store).set(made_marker, "", now);
        transaction.commit();
    }
    const Unfinished unfinished(path + ".unfinished");
    make_empty(unfinished.path());
    mapped("backing up", [&] {
        copy_database(store.connection().database(), unfinished.path());
        settle(unfinished.path());
    });
    sync(unfinished.path(), 0);
    rename(unfinished.path(), path);
}

std::optional<std::string> daily_backup(Store& store, const std::string& folder, Instant now) {
    const auto today = std::chrono::floor<std::chrono::days>(now);
    const std::string path =
        (fs::path(folder) / (std::string(name_begins) + iso_date(today) + std::string(name_ends))).string();
    if (fs::exists(path)) return std::nullopt;
    back_up(store, path, now);
    std::error_code stays;  // an old backup that cannot be removed is tried again tomorrow
    for (const std::string& each : backups(folder))
        if (std::chrono::sys_days(day_of_backup(each).value()) + backups_kept <= today)
            fs::remove(each, stays);
    return path;
}

std::vector<std::string> backups(const std::string& folder) {
    std::vector<std::string> paths;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (day_of_backup(entry.path())) paths.push_back(entry.path().string());
    std::sort(paths.rbegin(), paths.rend());
    return paths;
}

std::optional<Instant> last_backup(Store& store) {
    return Markers(store).when(made_marker);
}

RestoreReport restore(const std::string& backup, const std::string& path, const Keys& keys, Instant now) {
    const Unfinished unfinished(path + ".restoring");
    make_empty(unfinished.path());
    mapped("reading the backup", [&] {
        SQLite::Database from(backup, SQLite::OPEN_READONLY);
        check(from);
        copy_database(from, unfinished.path());
    });
    RestoreReport report = prepare(unfinished.path(), keys, now);
    mapped("writing the restored database", [&] { settle(unfinished.path()); });
    sync(unfinished.path(), 0);
    expect_unused(path);
    report.replaced = put_aside(path, now);
    rename(unfinished.path(), path);
    return report;
}

}
