// SPDX-License-Identifier: MIT
// The power goes at every write, sync and truncation of a story; the disk is full at every write. Whatever
// was committed is there afterwards, whole, and the story goes on.
#include <catch2/catch.hpp>

#include "daemon/store/evaluations.h"
#include "daemon/store/journal.h"
#include "daemon/store/markers.h"
#include "daemon/store/query.h"
#include "tests/store/small_disk.h"
#include "tests/store/store_world.h"

namespace mentoring {

using namespace store_world;

namespace {

constexpr int chapters = 5;

// Each chapter is one commit like a deciding station's: mail, case, waits, letters, journal.
void write_chapter(Store& store, int number) {
    Transaction transaction(store);
    Cases cases(store);
    const PersonId ana = number == 1 ? People(store).add(person("Ana", "ana@x.org")) : PersonId{1};
    const CaseId id =
        number == 1 ? cases.add(opened("2026-001", ana, "chapter 0"), program(), at(0)) : CaseId{1};
    Case kept = cases.load(id).value();
    kept.decisions = number;
    kept.words["request"].text = "chapter " + std::to_string(number);
    kept.waits = {{number, "after 0", at(number), 0}};
    cases.save(kept, program(), at(number));
    const auto uid = static_cast<std::uint32_t>(number);
    const std::string body(static_cast<std::size_t>(number) * 3000, static_cast<char>('a' + number));
    Inbox(store).add(mail(uid, std::to_string(number) + "@x", body), at(number));
    Outbox(store).enqueue(letter(id, number, ana, "welcome"), at(number));
    Journal(store).add({id, number, at(number), "chapter"});
    if (number == 4) Inbox(store).rule({1}, {Verdict::conversation, "", {}, id, {}}, at(number));
    Markers(store).set("chapter", std::to_string(number), at(number));
    transaction.commit();
    if (number % 2 == 0) store.truncate_log();
}

int last_chapter(Store& store) {
    return std::stoi(Markers(store).value("chapter").value_or("0"));
}

// All of every chapter up to `last`, and nothing of a later one.
bool is_whole(Store& store, int last) {
    Query check(store, "PRAGMA integrity_check");
    if (!check.next() || check.value<std::string>() != "ok") return false;
    if (last == 0) return People(store).all().empty() && Inbox(store).count(Verdict::waiting) == 0;
    const auto kept = Cases(store).load(CaseId{1});
    if (!kept || kept->decisions != last ||
        kept->words.at("request").text != "chapter " + std::to_string(last))
        return false;
    if (Cases(store).earliest_due("balance") != at(last)) return false;
    if (Journal(store).of({1}).size() != static_cast<std::size_t>(last)) return false;
    if (Outbox(store).count(OutboxState::queued) != last) return false;
    for (int number = 1; number <= last; ++number) {
        const std::string raw = Inbox(store).raw({number});
        const bool erased = number == 1 && last >= 4;
        if (erased ? !raw.empty()
                   : raw.find(std::string(2000, static_cast<char>('a' + number))) == std::string::npos)
            return false;
        if (Outbox(store).bytes(number).empty()) return false;
    }
    return true;
}

// Returns the last chapter whose commit was confirmed before the power went.
int live_until_power_goes(const SmallDisk& disk) {
    int confirmed = 0;
    try {
        Store store("mentord.db", keys(), disk.name());
        while (confirmed < chapters) {
            write_chapter(store, confirmed + 1);
            ++confirmed;
        }
    } catch (const StoreFailure&) {
    }
    return confirmed;
}

std::int64_t steps_of_the_story() {
    SmallDisk disk("whole story");
    REQUIRE(live_until_power_goes(disk) == chapters);
    return disk.steps();
}

void lose_power(std::int64_t step, SmallDisk::Unsynced unsynced, unsigned seed) {
    INFO("power lost at step " << step << ", lot " << seed);
    SmallDisk disk("power");
    disk.lose_power_at(step);
    const int confirmed = live_until_power_goes(disk);
    disk.power_on(unsynced, seed);
    Store store("mentord.db", keys(), disk.name());
    const int last = last_chapter(store);
    // A commit that was not confirmed may have reached the disk, never half of it.
    if (last != confirmed && last != confirmed + 1) FAIL("chapter " << last << " after " << confirmed);
    if (!is_whole(store, last)) FAIL("chapter " << last << " is not whole");
    write_chapter(store, last + 1);
    if (!is_whole(store, last + 1)) FAIL("the story did not go on");
}

// What a station does: each mail a savepoint; it is quarantined when its own fault fails it, and nothing is
// when the transaction is gone.
enum class Turn { done, stopped };

Turn decide_all(Store& store, const std::function<void(const InboxRow&)>& decide) {
    Inbox inbox(store);
    try {
        const Claimed claimed = inbox.claim(100, at(50));
        if (!claimed.set_aside.empty()) FAIL("a mail was set aside for a full disk");
        Transaction transaction(store);
        for (const InboxRow& row : claimed.rows) {
            Savepoint item(store);
            try {
                decide(row);
                item.release();
            } catch (const std::exception&) {
                if (!store.in_transaction()) throw;
                item.roll_back();
                inbox.rule(row.id, {Verdict::quarantined, "deciding it failed", {}, {}, {}}, at(50));
            }
        }
        transaction.commit();
        return Turn::done;
    } catch (const StoreFailure& failure) {
        if (failure.kind() != StoreFailure::Kind::full) FAIL(failure.what());
        return Turn::stopped;
    }
}

void decide_one(Store& store, const InboxRow& row) {
    const std::string raw = Inbox(store).raw(row.id);
    NewLetter answer = letter({1}, static_cast<int>(row.key.uid), {1}, "answer");
    answer.bytes = raw;  // so much that the page cache spills in mid-transaction
    Outbox(store).enqueue(answer, at(50));
    if (row.key.uid == 3) throw std::runtime_error("a fault of this mail alone");
    Inbox(store).rule(row.id, {}, at(50));
}

void fill_inbox(Store& store) {
    Transaction transaction(store);
    const PersonId ana = People(store).add(person("Ana", "ana@x.org"));
    Cases(store).add(opened("2026-001", ana, ""), program(), at(0));
    for (std::uint32_t uid = 1; uid <= 4; ++uid)
        Inbox(store).add(mail(uid, std::to_string(uid) + "@x", std::string(60'000, 'w')), at(0));
    transaction.commit();
}

bool all_decided(Store& store) {
    return Inbox(store).count(Verdict::decided) == 3 && Inbox(store).count(Verdict::quarantined) == 1 &&
           Outbox(store).count(OutboxState::queued) == 3;
}

bool nothing_decided(Store& store) {
    return Inbox(store).count(Verdict::waiting) == 4 && Outbox(store).count(OutboxState::queued) == 0;
}

}

TEST_CASE("Whenever the power goes, what was committed is there and nothing is half there") {
    const std::int64_t steps = steps_of_the_story();
    CHECK(steps > 100);
    INFO(steps << " steps");
    for (std::int64_t step = 0; step < steps; ++step) {
        const auto lot = static_cast<unsigned>(step);
        lose_power(step, lot % 2 == 0 ? SmallDisk::Unsynced::lost : SmallDisk::Unsynced::torn, lot);
    }
}

TEST_CASE(
    "Wherever the disk becomes full, the station stops, quarantines nothing, and goes on when there is "
    "room") {
    const auto story = [](std::int64_t room) {
        SmallDisk disk("narrow");
        Store store("mentord.db", keys(), disk.name());
        store.connection();
        Query(store, "PRAGMA cache_size = 20").next();
        fill_inbox(store);
        const std::int64_t begin = disk.steps();
        disk.full_from(begin + room);
        const Turn first = decide_all(store, [&](const InboxRow& row) { decide_one(store, row); });
        CHECK_FALSE(store.in_transaction());
        if (first == Turn::done) {
            if (!all_decided(store)) FAIL("done, but not all is decided");
            return false;
        }
        if (!nothing_decided(store)) FAIL("half a batch is there, with room for " << room << " steps");
        if (decide_all(store, [&](const InboxRow& row) { decide_one(store, row); }) != Turn::stopped)
            FAIL("it went on without room");
        disk.make_room();
        if (decide_all(store, [&](const InboxRow& row) { decide_one(store, row); }) != Turn::done)
            FAIL("it did not go on");
        if (!all_decided(store)) FAIL("not all is decided after room was made");
        return true;
    };
    std::int64_t room = 0;
    while (story(room)) ++room;
    CHECK(room > 100);
}

TEST_CASE("On a full disk a received mail is refused whole and received later") {
    SmallDisk disk("narrow inbox");
    Store store("mentord.db", keys(), disk.name());
    const ReceivedMail big = mail(1, "big@x", std::string(5'000'000, 'w'));
    const auto receive = [&] { return committed(store, [&] { return Inbox(store).add(big, at(0)); }); };
    for (const std::int64_t room : {0, 1, 5, 600, 1000}) {
        disk.full_from(disk.steps() + room);
        try {
            receive();
            FAIL("it was received into nothing");
        } catch (const StoreFailure& failure) {
            CHECK(failure.kind() == StoreFailure::Kind::full);
        }
        CHECK_FALSE(store.in_transaction());
        disk.make_room();
        CHECK_FALSE(Inbox(store).find(big.key));
    }
    CHECK(receive().arrival == Arrival::fresh);
    CHECK(Inbox(store).raw({1}) == big.raw);
}

}
