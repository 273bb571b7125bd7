// SPDX-License-Identifier: MIT
#include "daemon/store/mailboxes.h"

#include <catch2/catch.hpp>

#include "daemon/store/moves.h"
#include "daemon/store/program_versions.h"
#include "tests/store/store_world.h"

namespace mentoring {

using namespace store_world;

namespace {

std::vector<std::uint32_t> uids(const std::vector<Move>& moves) {
    std::vector<std::uint32_t> uids;
    for (const Move& move : moves) uids.push_back(move.key.uid);
    return uids;
}

std::vector<std::int64_t> ids(const std::vector<Move>& moves) {
    std::vector<std::int64_t> ids;
    for (const Move& move : moves) ids.push_back(move.id);
    return ids;
}

}

TEST_CASE("How far a folder was read is kept") {
    Store store(":memory:", keys());
    Mailboxes mailboxes(store);
    CHECK_FALSE(mailboxes.load("manager", "INBOX"));
    FolderPosition inbox{"manager", "INBOX", 4'000'000'000, 17, at(3), at(4)};
    const FolderPosition junk{"manager", "Junk", 9, 0, {}, {}};
    committed(store, [&] {
        mailboxes.save(junk);
        mailboxes.save(inbox);
        inbox.uid_seen = 18;
        mailboxes.save(inbox);
    });
    CHECK(mailboxes.load("manager", "INBOX") == inbox);
    CHECK(mailboxes.list() == std::vector<FolderPosition>{inbox, junk});
}

TEST_CASE("What is to be done on the server is repeated until it is done or given up") {
    Store store(":memory:", keys());
    Moves moves(store);
    Transaction transaction(store);
    moves.add({"manager", "INBOX", 7, 2}, Move::Action::move, "Mentoring", at(10));
    moves.add({"manager", "INBOX", 7, 2}, Move::Action::move, "Mentoring", at(20));  // already there
    moves.add({"manager", "INBOX", 7, 1}, Move::Action::mark, "$Mentord", at(5));
    moves.add({"manager", "Mentoring", 3, 9}, Move::Action::erase, "", at(14 * day));
    moves.add({"manager", "INBOX", 6, 1}, Move::Action::mark, "$Mentord",
              at(5));  // before the folder was made anew
    moves.add({"other", "INBOX", 7, 1}, Move::Action::mark, "$Mentord", at(5));

    CHECK(moves.folders("manager", at(10)) == std::vector<std::string>{"INBOX"});
    CHECK(moves.folders("manager", at(15 * day)) == std::vector<std::string>{"INBOX", "Mentoring"});
    CHECK(uids(moves.pending("manager", "INBOX", 7, at(9), 10)) == std::vector<std::uint32_t>{1});
    const auto pending = moves.pending("manager", "INBOX", 7, at(10), 10);
    CHECK(uids(pending) == std::vector<std::uint32_t>{1, 2});
    CHECK(pending[0].action == Move::Action::mark);
    CHECK(pending[1].action == Move::Action::move);
    CHECK(pending[1].target == "Mentoring");
    CHECK(moves.pending("manager", "INBOX", 7, at(10), 1).size() == 1);

    moves.done({pending[0].id}, at(11));
    CHECK(uids(moves.pending("manager", "INBOX", 7, at(12), 10)) == std::vector<std::uint32_t>{2});
    for (int attempt = 1; attempt < move_attempts_max; ++attempt)
        moves.failed({pending[1].id}, "NO quota", at(12));
    CHECK(moves.pending("manager", "INBOX", 7, at(12), 10).at(0).attempts == move_attempts_max - 1);
    CHECK(moves.given_up(10).empty());
    moves.failed({pending[1].id}, "NO quota", at(13));
    CHECK(moves.pending("manager", "INBOX", 7, at(99), 10).empty());
    CHECK(ids(moves.given_up(10)) == std::vector<std::int64_t>{pending[1].id});
    CHECK(moves.give_up_other_validity("manager", "INBOX", 7, at(14)) == 1);
    CHECK(moves.given_up(10).size() == 2);
    CHECK(moves.folders("manager", at(10)).empty());
    CHECK(moves.erase_settled(at(12)) == 1);  // done at 11
    CHECK(moves.erase_settled(at(99)) == 2);
    CHECK(moves.folders("manager", at(15 * day)) == std::vector<std::string>{"Mentoring"});
}

TEST_CASE("The structure of a programme has a version for each change") {
    Store store(":memory:", keys());
    ProgramVersions versions(store);
    Transaction transaction(store);
    CHECK(versions.latest("balance") == 0);
    CHECK(versions.version_of("balance", "[state.review]", at(0)) == 1);
    CHECK(versions.version_of("balance", "[state.review]", at(1)) == 1);
    CHECK(versions.version_of("balance", "[state.review2]", at(2)) == 2);
    CHECK(versions.version_of("residents", "[state.review]", at(2)) == 1);
    CHECK(versions.version_of("balance", "[state.review]", at(3)) == 1);  // put back as it was
    CHECK(versions.latest("balance") == 2);
    CHECK(versions.structure("balance", 2) == "[state.review2]");
    CHECK_FALSE(versions.structure("balance", 3));
}

}
