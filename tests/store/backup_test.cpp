// SPDX-License-Identifier: MIT
#include "daemon/store/backup.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "daemon/store/catching_up.h"
#include "daemon/store/connection.h"
#include "daemon/store/markers.h"
#include "tests/store/folder.h"
#include "tests/store/store_world.h"

namespace mentoring {

using namespace store_world;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> names(const std::string& folder) {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder))
        found.push_back(entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
}

StoreFailure::Kind kind_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const StoreFailure& failure) {
        return failure.kind();
    }
    FAIL("it did not fail");
    return StoreFailure::Kind::full;
}

// A case, a mail that waits, and letters in each state.
CaseId fill(Store& store) {
    Transaction transaction(store);
    const PersonId ana = People(store).add(person("Ana", "ana@x.org"));
    const CaseId id = Cases(store).add(opened("2026-001", ana, "she wept"), program(), at(0));
    Inbox(store).add(mail(17, "m@x", "words"), at(0));
    Mailboxes(store).save({"manager", "INBOX", 7, 17, at(0), at(0)});
    Outbox outbox(store);
    for (int decision = 1; decision <= 5; ++decision)
        outbox.enqueue(letter(id, decision, ana, "welcome"), at(0));
    transaction.commit();
    for (const Outcome outcome : {Outcome::sent, Outcome::unknown, Outcome::refused}) {
        const auto claimed = outbox.claim("manager", {0, 0, 1}, at(1));
        outbox.finish({{claimed.at(0).row.id, outcome, 0, ""}}, at(1));
    }
    outbox.claim("manager", {0, 0, 1}, at(2));  // sent, unknown, refused, attempting, queued
    return id;
}

}

TEST_CASE("A backup is one private file, whole, made while the store is in use") {
    const Folder folder;
    Store store(folder / "mentord.db", keys());
    const CaseId id = fill(store);
    Store other(folder / "mentord.db", keys());
    Transaction writing(other);
    Markers(other).set("unfinished", "", at(5));
    sqlite3_busy_timeout(store.connection().database().getHandle(), 1);
    CHECK(kind_of([&] { back_up(store, folder / "none.db", at(9)); }) == StoreFailure::Kind::busy);
    writing.commit();
    back_up(store, folder / "copy.db", at(9));
    CHECK(names(folder.path()) ==
          std::vector<std::string>{"copy.db", "mentord.db", "mentord.db-shm", "mentord.db-wal"});
    struct stat status {};
    REQUIRE(::stat((folder / "copy.db").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    Store copy(folder / "copy.db", keys());
    CHECK(Cases(copy).load(id)->words.at("request").text == "she wept");
    CHECK(Markers(copy).value("unfinished"));
    CHECK(kind_of([&] { back_up(store, folder / "no folder/copy.db", at(9)); }) ==
          StoreFailure::Kind::broken);
}

TEST_CASE("One backup a day, for thirty days, and nothing else is touched") {
    const Folder folder;
    Store store(":memory:", keys());
    std::ofstream(folder / "mentord-notes.db") << "mine";
    for (int days = 0; days < 40; ++days) {
        const auto made = daily_backup(store, folder.path(), at(days * day));
        REQUIRE(made);
        CHECK(fs::exists(*made));
        CHECK_FALSE(daily_backup(store, folder.path(), at(days * day + hour)));
    }
    const auto kept = backups(folder.path());
    CHECK(kept.size() == 30);
    CHECK(kept.front() > kept.back());
    CHECK(kept.front().find(iso_date(std::chrono::floor<std::chrono::days>(at(39 * day)))) !=
          std::string::npos);
    CHECK(fs::exists(folder / "mentord-notes.db"));
    CHECK(backups(folder / "none").empty());
}

TEST_CASE("A restore holds what was unsent, and says where to read on") {
    const Folder folder;
    const std::string path = folder / "mentord.db";
    CaseId id;
    {
        Store store(path, keys());
        id = fill(store);
        back_up(store, folder / "backup.db", at(10));
        Transaction later(store);
        Mailboxes(store).save({"manager", "INBOX", 7, 99, at(20), at(20)});
        Outbox(store).enqueue(letter(id, 9, {1}, "later"), at(20));
        later.commit();
    }
    const RestoreReport report = restore(folder / "backup.db", path, keys(), at(30));
    CHECK(report.made == at(10));
    CHECK(report.cases_open == 1);
    CHECK(report.letters_held == 3);
    CHECK(report.mails_waiting == 1);
    CHECK(report.folders == std::vector<FolderPosition>{{"manager", "INBOX", 7, 17, at(0), at(0)}});
    Store store(path, keys());
    Outbox outbox(store);
    CHECK(outbox.count(OutboxState::held) == 3);
    CHECK(outbox.count(OutboxState::sent) == 1);
    CHECK(outbox.count(OutboxState::refused) == 1);
    CHECK(outbox.list(OutboxState::held, 9).at(0).reason == "unsent when the backup was made");
    CHECK(outbox.claim("manager", {}, at(99 * day)).empty());
    CHECK_FALSE(outbox.with_message_id(letter(id, 9, {1}, "later").message_id));
    CHECK(committed(store, [&] { return outbox.retry(outbox.list(OutboxState::held, 9).at(0).id, at(31)); }));
    CHECK(outbox.claim("manager", {}, at(31)).size() == 1);
    CHECK(Cases(store).load(id)->words.at("request").text == "she wept");
    CHECK(Cases(store).earliest_due("balance") == at(3 * day));
    CHECK(CatchingUp(store).restored("manager") == at(30));

    REQUIRE_FALSE(report.replaced.empty());
    Store former(report.replaced, keys());
    CHECK(Outbox(former).with_message_id(letter(id, 9, {1}, "later").message_id));
}

TEST_CASE("A restore onto an empty machine needs no former database") {
    const Folder folder;
    {
        Store store(folder / "mentord.db", keys());
        fill(store);
        back_up(store, folder / "backup.db", at(10));
    }
    const RestoreReport report = restore(folder / "backup.db", folder / "new.db", keys(), at(30));
    CHECK(report.replaced.empty());
    Store store(folder / "new.db", keys());
    CHECK(Cases(store).open_in("balance").size() == 1);
}

TEST_CASE("A restore that cannot be done leaves the database as it was") {
    const Folder folder;
    const std::string path = folder / "mentord.db";
    const std::string backup = folder / "backup.db";
    {
        Store store(path, keys());
        fill(store);
        back_up(store, backup, at(10));
        committed(store, [&] { Markers(store).set("still here", "", at(11)); });
    }
    const auto damage = [&](std::streamoff offset) {
        std::fstream file(backup, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(offset);
        file << std::string(3000, 'x');
    };
    SECTION("damaged in the middle") {
        damage(static_cast<std::streamoff>(fs::file_size(backup) / 2));
    }
    SECTION("damaged in front") {
        damage(0);
    }
    SECTION("cut off") {
        fs::resize_file(backup, fs::file_size(backup) / 2);
    }
    SECTION("empty") {
        fs::resize_file(backup, 0);
    }
    SECTION("not there") {
        fs::remove(backup);
    }
    SECTION("of another key") {
        fs::remove(backup);
        Store other(folder / "other.db", keys('x'));
        back_up(other, backup, at(10));
    }
    SECTION("of another program") {
        fs::remove(backup);
        SQLite::Database other(backup, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("PRAGMA application_id = 5; CREATE TABLE theirs (x)");
    }
    CHECK(kind_of([&] { restore(backup, path, keys(), at(30)); }) == StoreFailure::Kind::broken);
    Store store(path, keys());
    CHECK(Markers(store).value("still here"));
    for (const std::string& name : names(folder.path())) {
        CHECK(name.find("restoring") == std::string::npos);
        CHECK(name.find("replaced") == std::string::npos);
    }
}

TEST_CASE("A database in use is not replaced") {
    const Folder folder;
    Store store(folder / "mentord.db", keys());
    fill(store);
    back_up(store, folder / "backup.db", at(10));
    CHECK(kind_of([&] { restore(folder / "backup.db", folder / "mentord.db", keys(), at(30)); }) ==
          StoreFailure::Kind::busy);
    CHECK_NOTHROW(committed(store, [&] { Markers(store).set("goes on", "", at(31)); }));
}

}
