// SPDX-License-Identifier: MIT
// What a thief of the files reads: nothing that anybody wrote.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "daemon/store/backup.h"
#include "daemon/store/evaluations.h"
#include "daemon/store/matching.h"
#include "daemon/store/query.h"
#include "daemon/store/reseal.h"
#include "tests/store/folder.h"
#include "tests/store/store_world.h"

namespace mentoring {

using namespace store_world;

namespace {

std::string every_file(const std::string& folder) {
    std::ostringstream all;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        all << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    return all.str();
}

// One case from her mail to the president's digest; each text has a marker of its own.
struct Story {
    std::int64_t digest = 0;
    CaseId id;
};

Story live_through(Store& store) {
    Transaction transaction(store);
    People people(store);
    const PersonId ana = people.add(person("Ana Flores", "ana@x.org"));
    Person bea = mentor("Dr. Bea Romano", "bea@x.org", "MARKERprofile");
    bea.mentor->rather_not = "MARKERrathernot";
    bea.mentor->when_not = "MARKERwhennot";
    bea.id = people.add(bea);
    match_mentors(store, "MARKERprofile and MARKERsought");

    ReceivedMail request = mail(1, "r@x", "MARKERrequest " + std::string(2'000'000, 'w') + " MARKERend");
    request.raw = "Subject: MARKERsubject\r\n" + request.raw;
    const InboxId received = Inbox(store).add(request, at(0)).id;
    Case kept = opened("2026-001", ana, "MARKERcase");
    kept.words["line"] = {"MARKERline", ana, {"mentor"}};
    const CaseId id = Cases(store).add(kept, program(), at(0));
    kept = Cases(store).load(id).value();
    Pairing pairing;
    pairing.mentor = bea.id;
    pairing.words["goals"] = {"MARKERgoals", bea.id, {"mentee"}};
    kept.pairings = {pairing};
    kept.unproven = Unproven{1, bea.id, "mentor", {Clarity::clear, "decline", {}, ""}, received, at(0)};
    kept.unproven->answer.arguments.text = "MARKERunproven";
    kept.before = {kept};
    kept.decisions = 1;
    Cases(store).save(kept, program(), at(1));
    Inbox(store).rule(received, {Verdict::decided, "opened a case", {}, id, ana}, at(1));

    NewLetter invitation = letter(id, 1, bea.id, "invitation");
    invitation.bytes = "Subject: Balance\r\n\r\nMARKERletter\r\n";
    Outbox(store).enqueue(invitation, at(1));
    NewLetter digest = letter(id, 2, ana, "digest");
    digest.bytes = "MARKERdigest";
    digest.after = AfterSending::erase;
    const auto digest_id = Outbox(store).enqueue(digest, at(1)).id;
    Evaluations(store).keep(id, "balance", {{1, 2, 3, 4}, "MARKERevaluation"}, at(2));
    Concerns(store).keep(id, "balance", {1, ana, "MARKERconcern", "president"}, at(2));
    transaction.commit();
    return {digest_id, id};
}

}

TEST_CASE("No word that anybody wrote stands in the database, its log or its backup") {
    const Folder folder;
    Store store(folder / "mentord.db", keys());
    live_through(store);
    back_up(store, folder / "backup.db", at(3));
    const std::string files = every_file(folder.path());
    CHECK(files.size() > 4'000'000);
    CHECK(files.find("invitation") != std::string::npos);  // what is ours is there
    CHECK(files.find("MARKER") == std::string::npos);
    CHECK(files.find("wwwwwwww") == std::string::npos);
    CHECK(files.find(std::string(key_octets, 'k')) == std::string::npos);
    CHECK_FALSE(match_mentors(store, "MARKERprofile").empty());
}

TEST_CASE("A sent digest leaves no octet of its sealed bytes") {
    const Folder folder;
    Store store(folder / "mentord.db", keys());
    const Story story = live_through(store);
    Query query(store, "SELECT sealed FROM outbox WHERE id = ?");
    query.bind(story.digest).next();
    const std::string sealed = query.value<Blob>().bytes;
    query.next();
    REQUIRE(every_file(folder.path()).find(sealed) != std::string::npos);
    const auto claimed = Outbox(store).claim("manager", {}, at(5));
    std::vector<Attempt> attempts;
    for (const auto& each : claimed) attempts.push_back({each.row.id, Outcome::sent, 250, ""});
    Outbox(store).finish(attempts, at(6));
    CHECK(every_file(folder.path()).find(sealed) == std::string::npos);
    CHECK(every_file(folder.path()).find(sealed.substr(sealed.size() / 2)) == std::string::npos);
}

TEST_CASE("A forgotten conversation leaves no octet once the log is cut") {
    const Folder folder;
    Store store(folder / "mentord.db", keys());
    const InboxId id =
        committed(store, [&] { return Inbox(store).add(mail(1, "c@x", "hello you"), at(0)).id; });
    std::string sealed;
    {
        Query query(store, "SELECT sealed FROM bodies");
        query.next();
        sealed = query.value<Blob>().bytes;
    }
    committed(store, [&] { Inbox(store).rule(id, {Verdict::conversation, "", {}, {}, {}}, at(1)); });
    CHECK(store.truncate_log());
    CHECK(every_file(folder.path()).find(sealed.substr(10)) == std::string::npos);
    CHECK(Inbox(store).list(Verdict::conversation, 5).size() == 1);  // the row stays
}

TEST_CASE("After a new key everything is sealed anew, some rows at a time, and the old key may go") {
    const Folder folder;
    const std::string path = folder / "mentord.db";
    Story story;
    {
        Store store(path, keys('a'));
        story = live_through(store);
    }
    {
        Store store(path, rotated_keys('a', 'b'));
        std::int64_t resealed = 0;
        int turns = 0;
        while (const auto count = reseal_some(store, 3)) {
            CHECK(count <= 3);
            resealed += count;
            ++turns;
        }
        CHECK(resealed == 9);
        CHECK(turns == 3);
    }
    Store store(path, Keys({{std::uint8_t{2}, Key(std::string(key_octets, 'b'))}}));
    CHECK(Cases(store).load(story.id)->words.at("request").text == "MARKERcase");
    CHECK(Inbox(store).raw({1}).find("MARKERend") != std::string::npos);
    CHECK(Outbox(store).bytes(story.digest) == "MARKERdigest");
    CHECK(Evaluations(store).words(1) == "MARKERevaluation");
    CHECK(Concerns(store).words(1) == "MARKERconcern");
    CHECK(People(store).named("Romano").size() == 1);
    CHECK_THROWS_AS(Store(path, keys('a')), StoreFailure);
}

TEST_CASE("A sealed text moved to another row is not opened there") {
    Store store(":memory:", keys());
    live_through(store);
    committed(store, [&] {
        Query(store, "UPDATE outbox SET sealed = (SELECT sealed FROM outbox WHERE id = 2) WHERE id = 1")
            .run();
    });
    CHECK_THROWS_AS(Outbox(store).bytes(1), SealBroken);
    CHECK(Outbox(store).bytes(2) == "MARKERdigest");
}

}
