// SPDX-License-Identifier: MIT
#include "daemon/store/cases.h"

#include <catch2/catch.hpp>

#include "tests/store/store_world.h"

namespace mentoring {

using namespace store_world;

namespace {

struct World {
    Store store{":memory:", keys()};
    Cases cases{store};
    Transaction transaction{store};
    PersonId ana = People(store).add(person("Ana Flores", "ana@x.org"));
    PersonId bea = People(store).add(mentor("Dr. Bea Romano", "bea@x.org", "negotiation"));
    PersonId cleo = People(store).add(mentor("Dr. Cleo Nguyen", "cleo@x.org", "teaching"));

    Case added(const std::string& number) {
        const CaseId id = cases.add(opened(number, ana, "she wept"), program(), at(0));
        return cases.load(id).value();
    }
};

Pairing pairing(int number, PersonId mentor, std::string state, std::string outcome = "") {
    Pairing made;
    made.number = number;
    made.mentor = mentor;
    made.state = std::move(state);
    made.outcome = std::move(outcome);
    return made;
}

}

TEST_CASE("Case numbers count in each programme and year") {
    World world;
    CHECK(world.cases.next_number("balance", 2026) == "2026-001");
    CHECK(world.cases.next_number("balance", 2026) == "2026-002");
    CHECK(world.cases.next_number("residents", 2026) == "2026-001");
    CHECK(world.cases.next_number("balance", 2027) == "2027-001");
    for (int count = 3; count < 1000; ++count) world.cases.next_number("balance", 2026);
    CHECK(world.cases.next_number("balance", 2026) == "2026-1000");
}

TEST_CASE("A case is found by id, by number and by who takes part") {
    World world;
    Case kept = world.added("2026-001");
    CHECK(kept.id.value > 0);
    CHECK(kept.words.at("request").text == "she wept");
    CHECK(world.cases.load("balance", "2026-001")->id == kept.id);
    CHECK(world.cases.find("balance", "2026-001") == kept.id);
    CHECK_FALSE(world.cases.load("residents", "2026-001"));
    CHECK_FALSE(world.cases.load(CaseId{99}));
    CHECK(world.cases.with_number("2026-001") == std::vector<CaseId>{kept.id});
    CHECK(world.cases.open_in("balance") == std::vector<CaseId>{kept.id});

    kept.state = "inviting";
    kept.owner = "deputy";
    kept.decisions = 3;
    kept.pairings = {pairing(1, world.bea, "asked"), pairing(2, world.cleo, "ended", "declined")};
    world.cases.save(kept, program(), at(5));
    const Case second = world.added("2026-002");

    CHECK(world.cases.open_of(world.ana) == std::vector<CaseId>{second.id, kept.id});
    CHECK(world.cases.open_of(world.bea) == std::vector<CaseId>{kept.id});
    CHECK(world.cases.open_of(world.cleo).empty());  // her pairing has ended
    const auto parts = world.cases.involvements_of(world.cleo);
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].case_id == kept.id);
    CHECK(parts[0].pairing == 2);
    CHECK(parts[0].role == "invited");
    CHECK(parts[0].ended);
    CHECK(world.cases.involvements_of(world.ana).at(0).role == "mentee");

    const auto row = world.cases.row(kept.id).value();
    CHECK(row.number == "2026-001");
    CHECK(row.state == "inviting");
    CHECK(row.owner == "deputy");
    CHECK(row.mentee == world.ana);
    CHECK(row.next_due == at(3 * day));
    CHECK(row.standing == CaseStanding::open);
    CHECK(world.cases.list("balance", CaseStanding::open, 10).size() == 2);
    CHECK(world.cases.list("balance", CaseStanding::open, 1).at(0).id == second.id);
    CHECK(world.cases.list("balance", CaseStanding::closed, 10).empty());
}

TEST_CASE("A case loads the mentors who said yes, until it ends for them") {
    World world;
    struct Load {
        Pairing pairing;
        const char* case_state;
        int load;
        const char* because;
    };
    const auto accepted = [](Pairing pairing) {
        pairing.accepted = at(1);
        return pairing;
    };
    const Load table[] = {
        {pairing(1, world.bea, "asked"), "inviting", 0, "an invitation is no mentee yet"},
        {pairing(1, world.bea, "questioned"), "inviting", 0, "who asks has not said yes"},
        {accepted(pairing(1, world.bea, "introducing")), "inviting", 1, "she said yes"},
        {accepted(pairing(1, world.bea, "under-way")), "running", 1, "under way"},
        {accepted(pairing(1, world.bea, "under-way", "another")), "running", 0, "an outcome ends it"},
        {accepted(pairing(1, world.bea, "ended")), "running", 0, "a final state ends it"},
        {accepted(pairing(1, world.bea, "under-way")), "closed", 0, "the case is closed"},
    };
    Case kept = world.added("2026-001");
    for (const auto& [each, state, load, because] : table) {
        INFO(because);
        kept.state = state;
        kept.pairings = {each};
        ++kept.decisions;
        world.cases.save(kept, program(), at(1));
        const auto loads = People(world.store).loads();
        CHECK((loads.contains(world.bea) ? loads.at(world.bea) : 0) == load);
        CHECK_FALSE(loads.contains(world.ana));
    }
}

TEST_CASE("What falls due is listed in order, and follows the case") {
    World world;
    Case first = world.added("2026-001");
    Case second = world.added("2026-002");
    CHECK(world.cases.earliest_due("balance") == at(3 * day));
    CHECK_FALSE(world.cases.earliest_due("residents"));
    CHECK(world.cases.due("balance", at(3 * day - 1), 100).empty());
    CHECK(
        world.cases.due("balance", at(3 * day), 100) ==
        std::vector<DueWait>{{first.id, 1, "after 0", at(3 * day)}, {second.id, 1, "after 0", at(3 * day)}});
    CHECK(world.cases.due("balance", at(99 * day), 3).size() == 3);

    first.waits = {
        {1, "after 1", at(8 * day), 0}, {1, "after 0", at(6 * day), 1}, {2, "cadence", at(day), 0}};
    world.cases.save(first, program(), at(3 * day));
    CHECK(world.cases.earliest_due("balance") == at(day));
    CHECK(world.cases.load(first.id)->waits == first.waits);  // in their order

    second.state = "closed";
    world.cases.save(second, program(), at(4 * day));
    const auto due = world.cases.due("balance", at(99 * day), 100);
    CHECK(due == std::vector<DueWait>{{first.id, 2, "cadence", at(day)},
                                      {first.id, 1, "after 0", at(6 * day)},
                                      {first.id, 1, "after 1", at(8 * day)}});
    first.waits.clear();
    world.cases.save(first, program(), at(5 * day));
    CHECK_FALSE(world.cases.earliest_due("balance"));
}

TEST_CASE("A case closes when its state is final, and opens again when it leaves it") {
    World world;
    Case kept = world.added("2026-001");
    kept.state = "closed";
    world.cases.save(kept, program(), at(7));
    CHECK(world.cases.row(kept.id)->closed == at(7));
    ++kept.decisions;
    world.cases.save(kept, program(), at(9));
    CHECK(world.cases.row(kept.id)->closed == at(7));  // since then
    CHECK(world.cases.open_in("balance").empty());
    CHECK(world.cases.closed_before(at(8), 10) == std::vector<CaseId>{kept.id});
    CHECK(world.cases.closed_before(at(7), 10).empty());
    kept.state = "review";
    world.cases.save(kept, program(), at(10));
    CHECK_FALSE(world.cases.row(kept.id)->closed);
    CHECK(world.cases.earliest_due("balance") == at(3 * day));
}

TEST_CASE("Forgetting a case takes every word and leaves dates and outcomes") {
    World world;
    Case kept = world.added("2026-001");
    kept.pairings = {pairing(1, world.bea, "ended", "closed")};
    kept.pairings[0].words["statement"] = {"we did it", world.bea, {"mentee"}};
    kept.pairings[0].meetings = {
        {Date{std::chrono::year(2026), std::chrono::March, std::chrono::day(3)}, {}}};
    kept.before = {kept};
    kept.not_to_ask = {world.cleo};
    world.cases.save(kept, program(), at(1));
    CHECK_FALSE(world.cases.forget(kept.id, at(2)));  // open
    kept.state = "closed";
    world.cases.save(kept, program(), at(3));
    const InboxId mail_kept = Inbox(world.store).add(mail(1, "m@x", "she wept"), at(0)).id;
    Inbox(world.store).rule(mail_kept, {Verdict::decided, "", {}, kept.id, {}}, at(1));
    const auto letter_kept = Outbox(world.store).enqueue(letter(kept.id, 1, world.ana, "welcome"), at(1)).id;

    world.cases.set_legal_hold(kept.id, true);
    CHECK(world.cases.legal_hold(kept.id));
    CHECK_FALSE(world.cases.forget(kept.id, at(4)));
    CHECK(world.cases.closed_before(at(99), 10).empty());
    world.cases.set_legal_hold(kept.id, false);
    CHECK(world.cases.forget(kept.id, at(4)));

    const Case shorn = world.cases.load(kept.id).value();
    CHECK(shorn.words.empty());
    CHECK(shorn.before.empty());
    CHECK(shorn.not_to_ask.empty());
    REQUIRE(shorn.pairings.size() == 1);
    CHECK(shorn.pairings[0].words.empty());
    CHECK(shorn.pairings[0].meetings.size() == 1);
    CHECK(shorn.pairings[0].outcome == "closed");
    CHECK(Inbox(world.store).raw(mail_kept).empty());
    CHECK(Outbox(world.store).bytes(letter_kept).empty());
    CHECK(Outbox(world.store).load(letter_kept)->state == OutboxState::stopped);
    CHECK(world.cases.row(kept.id)->standing == CaseStanding::forgotten);
    CHECK(world.cases.closed_before(at(99), 10).empty());
    CHECK_FALSE(world.cases.forget({99}, at(4)));
}

TEST_CASE("After its years a forgotten case is a number in the counts and nothing else") {
    World world;
    Case kept = world.added("2026-001");
    kept.pairings = {pairing(1, world.bea, "ended", "closed")};
    const InboxId mail_kept = Inbox(world.store).add(mail(1, "m@x", "she wept"), at(0)).id;
    Inbox(world.store).rule(mail_kept, {Verdict::decided, "", {}, kept.id, {}}, at(1));
    const auto letter_kept = Outbox(world.store).enqueue(letter(kept.id, 1, world.ana, "welcome"), at(1)).id;
    Outbox(world.store).suppress({kept.id, world.ana, "ana@x.org", "welcome", "cap", at(1)});
    kept.state = "closed";
    world.cases.save(kept, program(), at(400 * day));
    CHECK_FALSE(world.cases.reduce_to_counts(kept.id));  // its words are there still
    world.cases.forget(kept.id, at(400 * day));
    CHECK(world.cases.forgotten_before(at(400 * day), 10).empty());
    CHECK(world.cases.forgotten_before(at(401 * day), 10) == std::vector<CaseId>{kept.id});
    world.cases.set_legal_hold(kept.id, true);
    CHECK(world.cases.forgotten_before(at(401 * day), 10).empty());
    CHECK_FALSE(world.cases.reduce_to_counts(kept.id));
    world.cases.set_legal_hold(kept.id, false);

    CHECK(world.cases.reduce_to_counts(kept.id));
    CHECK_FALSE(world.cases.load(kept.id));
    CHECK_FALSE(Inbox(world.store).load(mail_kept));
    CHECK_FALSE(Outbox(world.store).load(letter_kept));
    CHECK(Outbox(world.store).suppressed(at(0), 10).empty());
    CHECK(world.cases.involvements_of(world.bea).empty());
    CHECK(world.cases.past("balance", 2026).opened == 1);
    CHECK(world.cases.past("balance", 2026).closed == 0);
    CHECK(world.cases.past("balance", 2027).opened == 0);
    CHECK(world.cases.past("balance", 2027).closed == 1);
    CHECK_FALSE(world.cases.reduce_to_counts(kept.id));
}

}
