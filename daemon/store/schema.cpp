// SPDX-License-Identifier: MIT
#include "daemon/store/schema.h"

#include "daemon/store/connection.h"

namespace mentoring {

namespace {

int pragma(StoreConnection& connection, const char* name) {
    return connection.database().execAndGet(std::string("PRAGMA ") + name).getInt();
}

void take_step(StoreConnection& connection, int version) {
    SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
    if (schema_of(connection) >= version) return;  // another process was quicker
    for (const char* sql : schema_step(version)) connection.database().exec(sql);
    connection.database().exec("PRAGMA user_version = " + std::to_string(version));
    connection.database().exec("PRAGMA application_id = " + std::to_string(application_id));
    transaction.commit();
}

}

int schema_of(StoreConnection& connection) {
    return pragma(connection, "user_version");
}

void refuse_foreign(StoreConnection& connection) {
    const int found = schema_of(connection);
    const int owner = pragma(connection, "application_id");
    if (owner != application_id && (owner != 0 || found != 0))
        throw StoreFailure(StoreFailure::Kind::broken, "this database file belongs to another program");
    if (found > schema_version)
        throw StoreFailure(StoreFailure::Kind::broken, "the database is of version " + std::to_string(found) +
                                                           ", this program knows " +
                                                           std::to_string(schema_version));
}

void bring_up_to_date(StoreConnection& connection) {
    for (int version = schema_of(connection) + 1; version <= schema_version; ++version)
        take_step(connection, version);
}

}
