// SPDX-License-Identifier: MIT
#include "daemon/store/inbox.h"

#include <catch2/catch.hpp>

#include "daemon/store/query.h"
#include "tests/store/folder.h"
#include "tests/store/store_world.h"

namespace mentoring {

using namespace store_world;

namespace {

std::vector<std::uint32_t> uids(const std::vector<InboxRow>& rows) {
    std::vector<std::uint32_t> uids;
    for (const InboxRow& row : rows) uids.push_back(row.key.uid);
    return uids;
}

void receive(Store& store, std::uint32_t count) {
    committed(store, [&] {
        for (std::uint32_t uid = 1; uid <= count; ++uid)
            Inbox(store).add(mail(uid, std::to_string(uid) + "@x", "words"), at(1));
    });
}

}

TEST_CASE("A mail is kept whole with what is known of it") {
    Store store(":memory:", keys());
    Inbox inbox(store);
    const ReceivedMail received = mail(3, "m1@x", std::string("eight bit \xff and nothing \0 more", 31));
    const Added added = committed(store, [&] { return inbox.add(received, at(9)); });
    CHECK(added.arrival == Arrival::fresh);
    const auto row = inbox.load(added.id);
    REQUIRE(row);
    CHECK(row->key == received.key);
    CHECK(row->message_id == "m1@x");
    CHECK(row->sender == "ana@x.org");
    CHECK(row->arrived == at(0));
    CHECK(row->received == at(9));
    CHECK_FALSE(row->ruled);
    CHECK(row->size == received.raw.size());
    CHECK(row->attempts == 0);
    CHECK(row->verdict == Verdict::waiting);
    CHECK(row->has_body);
    CHECK(inbox.raw(added.id) == received.raw);
    CHECK(inbox.find(received.key) == added.id);
    CHECK(inbox.with_message_id("m1@x") == std::vector<InboxId>{added.id});
    CHECK(inbox.with_message_id("").empty());
    CHECK_FALSE(inbox.load({99}));
    CHECK(inbox.raw({99}).empty());
}

TEST_CASE("A mail of ten megabytes comes back octet for octet, in sealed parts") {
    Store store(":memory:", keys());
    Inbox inbox(store);
    ReceivedMail big = mail(1, "big@x", "");
    for (std::size_t at = 0; big.raw.size() < 10 * 1024 * 1024 + 17; ++at) big.raw += std::to_string(at * at);
    const InboxId id = committed(store, [&] { return inbox.add(big, at(0)).id; });
    CHECK(inbox.raw(id) == big.raw);
    Query parts(store, "SELECT count(*), max(length(sealed)) FROM bodies");
    parts.next();
    std::int64_t count = 0;
    std::int64_t longest = 0;
    parts.read(count, longest);
    CHECK(count == 11);
    CHECK(longest < 1024 * 1024 + 100);
}

TEST_CASE("A body with a part missing, moved or cut is not taken for the mail") {
    Store store(":memory:", keys());
    Inbox inbox(store);
    const auto id =
        committed(store, [&] { return inbox.add(mail(1, "a@x", std::string(3'000'000, 'a')), at(0)).id; });
    const char* damage[] = {"DELETE FROM bodies WHERE part = 2", "DELETE FROM bodies WHERE part = 0",
                            "UPDATE bodies SET part = 7 WHERE part = 2", "UPDATE inbox SET parts = 2"};
    for (const char* sql : damage) {
        Transaction undone(store);
        Query(store, sql).run();
        INFO(sql);
        CHECK_THROWS(inbox.raw(id));
    }
    CHECK_NOTHROW(inbox.raw(id));
}

TEST_CASE("The same mail is taken in once") {
    struct Second {
        ReceivedMail mail;
        Arrival arrival;
        const char* because;
    };
    const auto elsewhere = [](ReceivedMail received, MailKey key) {
        received.key = std::move(key);
        return received;
    };
    ReceivedMail unnamed = mail(1, "", "YES");
    ReceivedMail same_octets = elsewhere(unnamed, {"manager", "INBOX", 8, 1});
    const Second table[] = {
        {mail(1, "m@x", "YES"), Arrival::known, "the same key"},
        {mail(1, "other@x", "other"), Arrival::known, "the same key, whatever it says now"},
        {mail(2, "m@x", "YES"), Arrival::copy,
         "delivered twice: other trace fields, the same Message-ID and body"},
        {mail(2, "m@x", "NO"), Arrival::fresh, "the same Message-ID with other words is another mail"},
        {mail(2, "n@x", "YES"), Arrival::fresh, "the same words in another mail"},
        {mail(2, "m@x", "YES", "eve@x.org"), Arrival::fresh,
         "somebody else's mail with a borrowed Message-ID"},
        {elsewhere(mail(1, "m@x", "YES"), {"manager", "INBOX", 8, 1}), Arrival::copy,
         "the folder was made anew"},
        {elsewhere(mail(1, "m@x", "YES"), {"manager", "Mentoring", 7, 1}), Arrival::copy, "moved by us"},
        {elsewhere(mail(1, "m@x", "YES"), {"evaluations", "INBOX", 7, 1}), Arrival::fresh, "another mailbox"},
        {mail(2, "", "YES"), Arrival::fresh, "without a Message-ID, other trace fields: two answers"},
        {same_octets, Arrival::copy, "without a Message-ID, each octet the same"},
    };
    for (const auto& [second, arrival, because] : table) {
        INFO(because);
        Store store(":memory:", keys());
        Inbox inbox(store);
        Transaction transaction(store);
        const Added first = inbox.add(second.message_id.empty() ? unnamed : mail(1, "m@x", "YES"), at(0));
        const Added again = inbox.add(second, at(5));
        CHECK(again.arrival == arrival);
        CHECK((again.id == first.id) == (arrival == Arrival::known));
        const auto row = inbox.load(again.id).value();
        CHECK((row.copy_of == first.id) == (arrival == Arrival::copy));
        CHECK((row.verdict == Verdict::copy) == (arrival == Arrival::copy));
        CHECK(row.has_body == (arrival != Arrival::copy));
    }
}

TEST_CASE("Of mail that is not ours only key and hash are kept") {
    Store store(":memory:", keys());
    Inbox inbox(store);
    const MailKey key{"manager", "INBOX", 7, 5};
    const std::string header = "From: bank@x.org\r\nSubject: private\r\n";
    Transaction transaction(store);
    const Added added = inbox.ignore(key, header, at(1), at(2));
    CHECK(added.arrival == Arrival::fresh);
    CHECK(inbox.ignore(key, header, at(1), at(3)).arrival == Arrival::known);
    const auto row = inbox.load(added.id).value();
    CHECK(row.verdict == Verdict::ignored);
    CHECK(row.sender.empty());
    CHECK(row.message_id.empty());
    CHECK_FALSE(row.has_body);
    CHECK_FALSE(inbox.was_ignored(key, header));
    CHECK(inbox.was_ignored({"manager", "INBOX", 8, 1}, header));
    CHECK_FALSE(inbox.was_ignored({"manager", "INBOX", 8, 1}, "From: other@x.org\r\n"));
    CHECK_FALSE(inbox.was_ignored({"manager", "Junk", 8, 1}, header));
}

TEST_CASE("A mail that was ignored and is dragged into our folder is still to be dealt with") {
    Store store(":memory:", keys());
    Inbox inbox(store);
    Transaction transaction(store);
    ReceivedMail dragged = mail(1, "m@x", "please");
    inbox.ignore({"manager", "INBOX", 7, 5}, dragged.raw.substr(0, dragged.raw.find("\r\n\r\n")), at(1),
                 at(2));
    dragged.key.folder = "Mentoring";
    CHECK(inbox.add(dragged, at(3)).arrival == Arrival::fresh);
}

TEST_CASE("A mail of which there are no bytes is kept with its ruling") {
    Store store(":memory:", keys());
    Inbox inbox(store);
    Transaction transaction(store);
    ReceivedMail huge = mail(1, "huge@x", "");
    huge.raw.clear();
    huge.size = 400'000'000;
    const Ruling too_big{Verdict::quarantined, "too big", {"manager"}, {}, {}};
    const Added added = inbox.add_unread(huge, "Subject: a", too_big, at(2));
    CHECK(inbox.add_unread(huge, "Subject: a", too_big, at(3)).arrival == Arrival::known);
    ReceivedMail again = huge;
    again.key.uid = 2;
    CHECK(inbox.add_unread(again, "Subject: a", too_big, at(3)).arrival == Arrival::fresh);
    again.key.uid_validity = 8;
    CHECK(inbox.add_unread(again, "Subject: a", too_big, at(3)).arrival == Arrival::copy);
    again.key.uid = 3;
    CHECK(inbox.add_unread(again, "Subject: b", too_big, at(3)).arrival == Arrival::fresh);
    const auto row = inbox.load(added.id).value();
    CHECK(row.verdict == Verdict::quarantined);
    CHECK(row.reason == "too big");
    CHECK(row.audience == Audience{"manager"});
    CHECK(row.size == 400'000'000);
    CHECK(row.ruled == at(2));
    CHECK_FALSE(row.has_body);
    CHECK(inbox.raw(added.id).empty());
}

TEST_CASE("Waiting mails are handed out oldest first, at most a batch") {
    Store store(":memory:", keys());
    Inbox inbox(store);
    receive(store, 150);
    CHECK(inbox.count(Verdict::waiting) == 150);
    const Claimed first = inbox.claim(1000, at(2));
    CHECK(first.rows.size() == inbox_batch_max);
    CHECK(first.rows.front().key.uid == 1);
    CHECK(first.rows.back().key.uid == 100);
    CHECK(first.rows.front().attempts == 1);
    committed(store, [&] {
        for (const InboxRow& row : first.rows) inbox.rule(row.id, {}, at(3));
    });
    CHECK(uids(inbox.claim(2, at(4)).rows) == std::vector<std::uint32_t>{101, 102});
    CHECK(inbox.claim(0, at(4)).rows.empty());
    Store empty(":memory:", keys());
    CHECK(Inbox(empty).claim(100, at(0)).rows.empty());
}

TEST_CASE("A mail that kills the process is set aside unread, and its neighbours are read") {
    const Folder folder;
    const std::string path = folder / "mentord.db";
    {
        Store store(path, keys());
        receive(store, 3);
    }
    // Each life claims and reads what it gets; mail 2 ends it.
    std::vector<std::vector<std::uint32_t>> handed_out;
    std::vector<std::uint32_t> aside;
    for (int life = 0; life < 6; ++life) {
        Store store(path, keys());
        Inbox inbox(store);
        bool alive = true;
        while (alive) {
            const Claimed claimed = inbox.claim(100, at(life));
            for (const InboxRow& row : claimed.set_aside) aside.push_back(row.key.uid);
            if (claimed.rows.empty()) break;
            handed_out.push_back(uids(claimed.rows));
            Transaction transaction(store);
            for (const InboxRow& row : claimed.rows) {
                if (row.key.uid == 2) alive = false;
                if (alive) inbox.rule(row.id, {}, at(life));
            }
            if (alive) transaction.commit();
        }
    }
    CHECK(handed_out == std::vector<std::vector<std::uint32_t>>{{1, 2, 3}, {1}, {2}, {3}});
    CHECK(aside == std::vector<std::uint32_t>{2});
    Store store(path, keys());
    const auto rows = Inbox(store).list(Verdict::quarantined, 10);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].reason == "reading it ended the process");
    CHECK(rows[0].has_body);
    CHECK(Inbox(store).count(Verdict::decided) == 2);
}

TEST_CASE("A mail alone in its batch outlives one death of the process, and is set aside after the second") {
    const Folder folder;
    const std::string path = folder / "mentord.db";
    {
        Store store(path, keys());
        receive(store, 1);
        CHECK(Inbox(store).claim(100, at(0)).rows.size() == 1);
    }
    {
        Store store(path, keys());
        const Claimed second = Inbox(store).claim(100, at(1));
        CHECK(uids(second.rows) == std::vector<std::uint32_t>{1});
        CHECK(second.set_aside.empty());
    }
    Store store(path, keys());
    const Claimed third = Inbox(store).claim(100, at(2));
    CHECK(third.rows.empty());
    CHECK(uids(third.set_aside) == std::vector<std::uint32_t>{1});
}

TEST_CASE("A station that stops for a full disk does not count against the mails") {
    const Folder folder;
    const std::string path = folder / "mentord.db";
    {
        Store store(path, keys());
        Inbox inbox(store);
        receive(store, 2);
        for (int turn = 0; turn < 5; ++turn) {
            CHECK(uids(inbox.claim(100, at(turn)).rows) == std::vector<std::uint32_t>{1, 2});
        }
        inbox.give_back({{1}, {2}});
    }
    Store store(path, keys());
    const Claimed after = Inbox(store).claim(100, at(9));
    CHECK(uids(after.rows) == std::vector<std::uint32_t>{1, 2});
    CHECK(after.set_aside.empty());
}

TEST_CASE("A ruling is kept, and where no body may stay it is gone") {
    struct Ruled {
        Verdict verdict;
        bool body;
    };
    const Ruled table[] = {
        {Verdict::decided, true},       {Verdict::held, true},     {Verdict::quarantined, true},
        {Verdict::conversation, false}, {Verdict::ignored, false}, {Verdict::forgotten, false},
    };
    for (const auto& [verdict, body] : table) {
        Store store(":memory:", keys());
        Inbox inbox(store);
        Transaction transaction(store);
        const PersonId ana = People(store).add(person("Ana", "ana@x.org"));
        const CaseId id = Cases(store).add(opened("2026-001", ana, "words"), program(), at(0));
        const InboxId kept = inbox.add(mail(1, "m@x", "words"), at(0)).id;
        inbox.rule(kept, {verdict, "because", {"president", "second reader"}, id, ana}, at(7));
        const auto row = inbox.load(kept).value();
        INFO(to_string(verdict));
        CHECK(row.verdict == verdict);
        CHECK(row.reason == "because");
        CHECK(row.audience == Audience{"president", "second reader"});
        CHECK(row.case_id == id);
        CHECK(row.person == ana);
        CHECK(row.ruled == at(7));
        CHECK(row.has_body == body);
        CHECK(inbox.raw(kept).empty() != body);
        CHECK(inbox.of_case(id).size() == 1);
        CHECK(inbox.of_person(ana).size() == 1);
        CHECK(inbox.list(verdict, 5).size() == 1);
        CHECK(verdict_from(to_string(verdict)) == verdict);
    }
    CHECK_FALSE(verdict_from("lost"));
}

TEST_CASE("Held and quarantined mails can be released or dropped, others not") {
    for (const Verdict verdict :
         {Verdict::held, Verdict::quarantined, Verdict::decided, Verdict::conversation}) {
        const bool reviewable = verdict == Verdict::held || verdict == Verdict::quarantined;
        INFO(to_string(verdict));
        Store store(":memory:", keys());
        Inbox inbox(store);
        Transaction transaction(store);
        const InboxId first = inbox.add(mail(1, "a@x", "words"), at(0)).id;
        const InboxId second = inbox.add(mail(2, "b@x", "words"), at(0)).id;
        for (const InboxId id : {first, second}) inbox.rule(id, {verdict, "", {}, {}, {}}, at(1));
        CHECK(inbox.release(first, at(2)) == reviewable);
        CHECK((inbox.load(first)->verdict == Verdict::waiting) == reviewable);
        CHECK(inbox.drop(second, "dropped by the operator", at(2)) == reviewable);
        CHECK((inbox.load(second)->verdict == Verdict::forgotten) == reviewable);
        if (reviewable) CHECK(inbox.raw(second).empty());
        CHECK_FALSE(inbox.release({99}, at(2)));
    }
}

TEST_CASE("A released mail is claimed afresh, also one that had killed the process") {
    const Folder folder;
    Store store(folder / "mentord.db", keys());
    receive(store, 1);
    Inbox inbox(store);
    committed(store, [&] { Query(store, "UPDATE inbox SET attempts = 2, run = 5").run(); });
    CHECK(inbox.claim(10, at(1)).set_aside.size() == 1);
    committed(store, [&] { CHECK(inbox.release({1}, at(2))); });
    CHECK(uids(inbox.claim(10, at(3)).rows) == std::vector<std::uint32_t>{1});
}

TEST_CASE("Old bodies are erased by verdict and age, but not under legal hold") {
    Store store(":memory:", keys());
    Inbox inbox(store);
    Transaction transaction(store);
    const PersonId ana = People(store).add(person("Ana", "ana@x.org"));
    const CaseId id = Cases(store).add(opened("2026-001", ana, ""), program(), at(0));
    struct Mail {
        int ruled;
        Verdict verdict;
        CaseId of;
        bool stays;
    };
    const Mail table[] = {
        {1 * day, Verdict::decided, {}, false},
        {2 * day, Verdict::decided, id, true},   // legal hold
        {20 * day, Verdict::decided, {}, true},  // too young
        {1 * day, Verdict::held, {}, true},      // another class
    };
    Cases(store).set_legal_hold(id, true);
    std::uint32_t uid = 0;
    for (const Mail& each : table) {
        ++uid;
        const InboxId kept = inbox.add(mail(uid, std::to_string(uid), "words"), at(0)).id;
        inbox.rule(kept, {each.verdict, "", {}, each.of, {}}, at(each.ruled));
    }
    CHECK(inbox.erase_bodies(Verdict::decided, at(14 * day), 100) == 1);
    CHECK(inbox.erase_bodies(Verdict::decided, at(14 * day), 100) == 0);
    for (std::uint32_t each = 1; each <= uid; ++each)
        CHECK(inbox.raw({static_cast<std::int64_t>(each)}).empty() != table[each - 1].stays);
    Cases(store).set_legal_hold(id, false);
    CHECK(inbox.erase_bodies(Verdict::decided, at(14 * day), 100) == 1);
}

TEST_CASE("Rows of mail of no case go after a while, those that wait or belong to a case stay") {
    Store store(":memory:", keys());
    Inbox inbox(store);
    Transaction transaction(store);
    inbox.ignore({"manager", "INBOX", 7, 1}, "From: a@x", at(0), at(1));
    inbox.ignore({"manager", "INBOX", 7, 2}, "From: b@x", at(0), at(5));
    const InboxId kept = inbox.add(mail(3, "m@x", "words"), at(0)).id;
    inbox.add(mail(4, "m@x", "words"), at(9));  // a copy of it
    CHECK(inbox.erase_rows(at(2), 10) == 1);
    CHECK_FALSE(inbox.find({"manager", "INBOX", 7, 1}));
    CHECK(inbox.find({"manager", "INBOX", 7, 2}));
    CHECK(inbox.erase_rows(at(8), 1) == 1);
    CHECK(inbox.find({"manager", "INBOX", 7, 3}));
    const CaseId id = Cases(store).add(opened("2026-001", {}, "words"), program(), at(0));
    inbox.rule(kept, {Verdict::decided, "", {}, id, {}}, at(3));
    CHECK(inbox.erase_rows(at(4), 10) == 0);
    inbox.rule(kept, {}, at(3));
    CHECK(inbox.erase_rows(at(4), 10) == 1);
    CHECK(inbox.raw(kept).empty());
    CHECK(inbox.list(Verdict::copy, 10).at(0).copy_of == InboxId{});
    CHECK(inbox.count(Verdict::copy) == 1);
}

}
