// SPDX-License-Identifier: MIT
// The one SQLite file: opened, brought to the present schema, written in transactions. WAL, synchronous=FULL,
// secure_delete, foreign keys. The rooms (inbox.h, outbox.h, cases.h …) read and write through it; each of
// their writing functions must run inside a Transaction, unless its comment says that it commits by itself.
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

#include "daemon/store/sealed.h"

namespace mentoring {

// The store failed. `full`: no room on the disk, the transaction is gone; `busy`: another process writes
// longer than busy_timeout; `broken`: everything else (I/O, corruption, wrong key, a constraint). The text
// names the operation and SQLite's own phrase, never a value.
class StoreFailure : public std::runtime_error {
public:
    enum class Kind { full, busy, broken };
    StoreFailure(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
    Kind kind() const { return kind_; }

private:
    Kind kind_;
};

class StoreConnection;  // SQLite's side, for the rooms

class Store {
public:
    // Creates the file (mode 0600) where it is missing. Throws StoreFailure; `broken` also for a schema that
    // is newer than this program and for keys that do not open what is in it. `vfs` is for tests; empty:
    // SQLite's.
    Store(const std::string& path, Keys keys, const std::string& vfs = {});
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    // False after a failure that took the whole transaction with it (sqlite3_get_autocommit).
    bool in_transaction() const;
    // Brings the WAL into the file and cuts it to nothing; after erasure. Quietly does what it can while
    // another process reads; true when the WAL is empty.
    bool truncate_log();
    // Whether another process has written since it was last asked: an operator's command.
    bool changed_elsewhere();
    const Sealer& sealer() const { return sealer_; }
    const std::string& path() const { return path_; }
    // Drawn at each opening: a row claimed under another number was left by a process that died.
    std::int64_t run() const { return run_; }
    StoreConnection& connection() const { return *connection_; }

private:
    std::string path_;
    Sealer sealer_;
    std::int64_t run_;
    std::int64_t data_version_ = 0;  // of the last look
    std::unique_ptr<StoreConnection> connection_;
};

// BEGIN IMMEDIATE … COMMIT; rolled back where commit was not reached. One at a time.
class Transaction {
public:
    explicit Transaction(Store& store);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();  // throws StoreFailure; after `busy` it may be called again

private:
    Store& store_;
};

// One item of a batch, inside a Transaction. Without release() its writes are undone, the others stay.
class Savepoint {
public:
    explicit Savepoint(Store& store);
    ~Savepoint();
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    void release();
    void roll_back();  // does nothing where the whole transaction is gone: ask Store::in_transaction

private:
    Store& store_;
    bool open_ = true;
};

}
