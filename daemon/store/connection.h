// SPDX-License-Identifier: MIT
// SQLite's side of the store, for the rooms in this folder only: the database and its prepared statements.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "daemon/store/store.h"

namespace mentoring {

class StoreConnection {
public:
    StoreConnection(const std::string& path, const std::string& vfs);
    SQLite::Database& database() { return database_; }
    // A prepared statement of that text, which is a literal of ours; give it back reset.
    std::unique_ptr<SQLite::Statement> take(const char* sql);
    void give(const char* sql, std::unique_ptr<SQLite::Statement> statement);
    void run(const char* sql);
    // What `exception` means. A full disk or an I/O error leaves SQLite able to do nothing but roll back, so
    // that is done here: the transaction is gone.
    StoreFailure failure(const SQLite::Exception& exception, std::string_view operation);

private:
    SQLite::Database database_;
    std::unordered_map<std::string_view, std::unique_ptr<SQLite::Statement>> idle_;
};

// `operation` is a text of ours.
StoreFailure failure_from(const SQLite::Exception& exception, std::string_view operation);

}
