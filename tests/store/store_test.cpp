// SPDX-License-Identifier: MIT
#include "daemon/store/store.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "daemon/store/connection.h"
#include "daemon/store/journal.h"
#include "daemon/store/markers.h"
#include "daemon/store/query.h"
#include "daemon/store/schema.h"
#include "tests/store/folder.h"
#include "tests/store/store_world.h"

namespace mentoring {

using namespace store_world;

namespace {

std::string pragma(Store& store, const char* sql) {
    Query query(store, sql);
    query.next();
    return query.value<std::string>();
}

StoreFailure::Kind kind_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const StoreFailure& failure) {
        return failure.kind();
    }
    FAIL("it did not fail");
    return StoreFailure::Kind::broken;
}

}

TEST_CASE("A new store is private, durable, and of the present schema") {
    const Folder folder;
    Store store(folder / "mentord.db", keys());
    CHECK(pragma(store, "PRAGMA journal_mode") == "wal");
    CHECK(pragma(store, "PRAGMA synchronous") == "2");
    CHECK(pragma(store, "PRAGMA secure_delete") == "1");
    CHECK(pragma(store, "PRAGMA foreign_keys") == "1");
    CHECK(pragma(store, "PRAGMA temp_store") == "2");
    CHECK(schema_of(store.connection()) == schema_version);
    CHECK(pragma(store, "PRAGMA integrity_check") == "ok");
    struct stat status {};
    for (const char* suffix : {"", "-wal", "-shm"}) {
        REQUIRE(::stat((folder / "mentord.db" + suffix).c_str(), &status) == 0);
        CHECK((status.st_mode & 0777) == 0600);
    }
    CHECK(store.path() == folder / "mentord.db");
    CHECK(Store(":memory:", keys()).run() != store.run());
}

TEST_CASE("Opening refuses what is not ours and says why") {
    const Folder folder;
    const std::string path = folder / "mentord.db";
    SECTION("another key") {
        { Store store(path, keys('a')); }
        CHECK_THROWS_WITH(Store(path, keys('b')), "the key does not open this database");
        CHECK_NOTHROW(Store(path, rotated_keys('a', 'b')));
    }
    SECTION("a newer schema") {
        {
            Store store(path, keys());
            store.connection().run("PRAGMA user_version = 99");
        }
        CHECK_THROWS_WITH(Store(path, keys()), "the database is of version 99, this program knows 1");
    }
    SECTION("another program's database, which stays as it was") {
        {
            SQLite::Database other(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            other.exec("PRAGMA application_id = 5; CREATE TABLE theirs (x)");
        }
        CHECK_THROWS_WITH(Store(path, keys()), "this database file belongs to another program");
        SQLite::Database other(path, SQLite::OPEN_READONLY);
        CHECK(other.execAndGet("PRAGMA journal_mode").getString() == "delete");
    }
    SECTION("no database at all") {
        std::ofstream(path) << std::string(5000, 'x');
        CHECK(kind_of([&] { Store store(path, keys()); }) == StoreFailure::Kind::broken);
    }
    SECTION("a folder that is not there") {
        CHECK(kind_of([&] { Store store(folder / "none/mentord.db", keys()); }) ==
              StoreFailure::Kind::broken);
    }
}

TEST_CASE("What was committed is there at the next opening") {
    const Folder folder;
    const std::string path = folder / "mentord.db";
    {
        Store store(path, keys());
        committed(store, [&] { Markers(store).set("heartbeat", "1", at(5)); });
        Transaction lost(store);
        Markers(store).set("heartbeat", "2", at(6));
    }
    Store store(path, keys());
    CHECK(Markers(store).value("heartbeat") == "1");
    CHECK(Markers(store).when("heartbeat") == at(5));
}

TEST_CASE("An item undone leaves the others of its batch") {
    Store store(":memory:", keys());
    Journal journal(store);
    CHECK_FALSE(store.in_transaction());
    Transaction transaction(store);
    CHECK(store.in_transaction());
    {
        Savepoint item(store);
        journal.add({{}, 0, at(0), "kept"});
        item.release();
    }
    {
        Savepoint item(store);
        journal.add({{}, 0, at(1), "undone by leaving"});
    }
    {
        Savepoint item(store);
        journal.add({{}, 0, at(2), "undone by word"});
        item.roll_back();
        journal.add({{}, 0, at(3), "the verdict"});
    }
    transaction.commit();
    CHECK_FALSE(store.in_transaction());
    const auto lines = journal.since(at(0), 10);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].line == "kept");
    CHECK(lines[1].line == "the verdict");
}

TEST_CASE("A failed statement leaves the transaction, and the failure tells no value") {
    Store store(":memory:", keys());
    Transaction transaction(store);
    try {
        Query(store, "INSERT INTO markers (name, value, at) VALUES (?, NULL, 0)").bind("a secret name").run();
        FAIL("it did not fail");
    } catch (const StoreFailure& failure) {
        CHECK(failure.kind() == StoreFailure::Kind::broken);
        CHECK(std::string(failure.what()).find("secret") == std::string::npos);
        CHECK(std::string(failure.what()).find("INSERT INTO markers") == 0);
    }
    CHECK(store.in_transaction());
    Markers(store).set("it goes on", "", at(0));
    transaction.commit();
    CHECK(Markers(store).value("it goes on"));
}

TEST_CASE("A second writer is told that the store is busy, and may try again") {
    const Folder folder;
    const std::string path = folder / "mentord.db";
    Store first(path, keys());
    Store second(path, keys());
    sqlite3_busy_timeout(second.connection().database().getHandle(), 1);
    {
        Transaction transaction(first);
        CHECK(kind_of([&] { Transaction other(second); }) == StoreFailure::Kind::busy);
        CHECK_FALSE(second.in_transaction());
    }
    committed(second, [&] { Markers(second).set("x", "", at(0)); });
    CHECK(Markers(first).value("x"));
}

TEST_CASE("The log is cut to nothing, unless somebody reads it") {
    const Folder folder;
    const std::string path = folder / "mentord.db";
    Store store(path, keys());
    committed(store, [&] { Markers(store).set("x", std::string(10'000, 'x'), at(0)); });
    CHECK(std::filesystem::file_size(path + "-wal") > 10'000);
    {
        Store reader(path, keys());
        sqlite3_busy_timeout(store.connection().database().getHandle(), 1);
        Query open(reader, "SELECT name FROM markers");
        open.next();
        committed(store, [&] { Markers(store).set("y", "", at(0)); });
        CHECK_FALSE(store.truncate_log());
    }
    CHECK(store.truncate_log());
    CHECK(std::filesystem::file_size(path + "-wal") == 0);
}

TEST_CASE("Something is told once until it is over") {
    Store store(":memory:", keys());
    Markers markers(store);
    Transaction transaction(store);
    CHECK(markers.first_time("disk full", at(0)));
    CHECK_FALSE(markers.first_time("disk full", at(1)));
    CHECK(markers.when("disk full") == at(0));
    CHECK(markers.clear("disk full"));
    CHECK_FALSE(markers.clear("disk full"));
    CHECK(markers.first_time("disk full", at(2)));
    CHECK_FALSE(markers.value("never set"));
    CHECK_FALSE(markers.when("never set"));
}

TEST_CASE("The journal of a case is read in its order") {
    Store store(":memory:", keys());
    const PersonId ana = committed(store, [&] { return People(store).add(person("Ana", "ana@x.org")); });
    const CaseId id =
        committed(store, [&] { return Cases(store).add(opened("2026-001", ana, ""), program(), at(0)); });
    Journal journal(store);
    committed(store, [&] {
        journal.add({id, 1, at(9), "review"});
        journal.add({id, 2, at(3), "inviting"});
        journal.add({{}, 0, at(5), "started"});
    });
    CHECK(journal.of(id) == std::vector<JournalEntry>{{id, 1, at(9), "review"}, {id, 2, at(3), "inviting"}});
    CHECK(journal.since(at(5), 10) ==
          std::vector<JournalEntry>{{{}, 0, at(5), "started"}, {id, 1, at(9), "review"}});
    CHECK(journal.since(at(0), 1).size() == 1);
}

}
