// SPDX-License-Identifier: MIT
#include "daemon/store/outbox.h"

#include <catch2/catch.hpp>

#include "tests/store/outbox_world.h"

namespace mentoring {

using namespace outbox_world;

TEST_CASE("Letters are claimed when they are due, of one mailbox, oldest first, in batches") {
    World world;
    NewLetter resting = letter(world.id, 1, world.bea, "resting");
    resting.not_before = at(1200);
    const auto rests = world.queue(resting);
    NewLetter elsewhere = letter(world.id, 2, world.bea, "digest");
    elsewhere.mailbox = "evaluations";
    world.queue(elsewhere);
    CHECK(world.outbox.next_claim("manager", {}, at(0)) == at(1200));
    CHECK(world.claim(at(1199)).empty());
    CHECK(world.claim(at(1200)) == Ids{rests});
    CHECK_FALSE(world.outbox.next_claim("manager", {}, at(1200)));
    CHECK_FALSE(world.outbox.next_claim("nobody", {}, at(1200)));
    CHECK(world.claim(at(1201)).empty());  // being attempted
    CHECK(world.row(rests).state == OutboxState::attempting);
    CHECK(world.row(rests).attempts == 1);
    CHECK(world.row(rests).attempted == at(1200));

    for (int decision = 10; decision < 210; ++decision) world.queue(decision);
    CHECK(world.claim(at(1300)).size() == outbox_batch_max);
    CHECK(world.claim(at(1300), {0, 0, 30}).size() == 30);
    const auto rest = world.outbox.claim("manager", {}, at(1300));
    CHECK(rest.size() == 70);
    CHECK(rest.back().row.decision == 209);
    CHECK(rest.back().bytes == letter(world.id, 209, world.ana, "welcome").bytes);
}

TEST_CASE("No more than the limits go out within a minute and a day") {
    World world;
    for (int decision = 1; decision <= 20; ++decision) world.queue(decision);
    const SendingLimits limits{3, 7, 100};
    struct Turn {
        int second;
        std::size_t claimed;
        std::optional<Instant> next;
    };
    const Turn turns[] = {
        {0, 3, at(60)},        {1, 0, at(60)},         {59, 0, at(60)},
        {60, 3, at(120)},      {120, 1, at(day)},      {500, 0, at(day)},
        {day - 1, 0, at(day)}, {day, 3, at(day + 60)}, {day + 60, 3, at(day + 120)},
    };
    for (const auto& [second, claimed, next] : turns) {
        INFO("after " << second << " s");
        CHECK(world.claim(at(second), limits).size() == claimed);
        CHECK(world.outbox.next_claim("manager", limits, at(second)) == next);
    }
}

TEST_CASE("A letter's fate follows the server's verdicts") {
    struct Fate {
        Outcome outcome;
        OutboxState state;
        std::optional<Instant> next;
        const char* reason;
    };
    const Fate table[] = {
        {Outcome::sent, OutboxState::sent, {}, ""},
        {Outcome::refused, OutboxState::refused, {}, "the server refused it"},
        {Outcome::try_again, OutboxState::queued, at(10 + 60), ""},
        {Outcome::not_handed_over, OutboxState::queued, at(10 + 60), ""},
        {Outcome::unknown, OutboxState::unknown, at(10 + 60), ""},
    };
    for (const Fate& fate : table) {
        World world;
        const auto id = world.queue(1);
        REQUIRE(world.claim(at(5)) == Ids{id});
        world.outbox.mark_dot_sent({id}, at(6));
        CHECK(world.row(id).dot_sent == at(6));
        const auto refused = world.outbox.finish({{id, fate.outcome, 450, "4.2.0"}}, at(10));
        const OutboxRow row = world.row(id);
        INFO(to_string(fate.state));
        CHECK(row.state == fate.state);
        CHECK(row.next_attempt == fate.next);
        CHECK(row.reason == fate.reason);
        CHECK(row.code == 450);
        CHECK(row.status == "4.2.0");
        CHECK(row.sent.has_value() == (fate.outcome == Outcome::sent));
        CHECK(refused.size() == (fate.state == OutboxState::refused ? 1U : 0U));
        CHECK(row.settled.has_value() == (fate.state == OutboxState::refused));
        CHECK(world.outbox.count(fate.state) == 1);
        CHECK(world.outbox.list(fate.state, 5).size() == 1);
        CHECK(world.outbox.finish({{id, Outcome::sent, 250, ""}}, at(11)).empty());  // not being attempted
        CHECK(world.row(id).state == fate.state);
        CHECK(outbox_state_from(to_string(fate.state)) == fate.state);
    }
    CHECK_FALSE(outbox_state_from("lost"));
}

TEST_CASE("A server that puts a letter off is asked less and less often, for three days") {
    World world;
    const auto id = world.queue(1);
    Instant now = at(0);
    int attempts = 0;
    std::vector<OutboxRow> refused;
    while (refused.empty()) {
        REQUIRE(world.claim(now) == Ids{id});
        REQUIRE(++attempts < 40);
        refused = world.outbox.finish({{id, Outcome::try_again, 451, ""}}, now);
        if (refused.empty()) now = world.outbox.next_claim("manager", {}, now).value();
    }
    CHECK(now - at(0) >= refusal_after);
    CHECK(now - at(0) < refusal_after + std::chrono::hours(4));
    CHECK(refused[0].id == id);
    CHECK(refused[0].reason == "the server put it off for three days");
    CHECK(attempts == 25);
    for (int attempt = 1; attempt < 50; ++attempt) CHECK(back_off(attempt) <= back_off(attempt + 1));
    CHECK(back_off(0) == back_off(1));
    CHECK(back_off(1000) == std::chrono::hours(4));
}

TEST_CASE("A lost server costs a letter nothing, however long it is lost") {
    World world;
    const auto id = world.queue(1);
    Instant now = at(0);
    for (int turn = 0; turn < 2000; ++turn) {
        REQUIRE(world.claim(now) == Ids{id});
        REQUIRE(world.outbox.finish({{id, Outcome::not_handed_over, 0, ""}}, now).empty());
        const Instant next = world.outbox.next_claim("manager", {}, now).value();
        CHECK(next - now <= std::chrono::minutes(15));
        now = next;
    }
    CHECK(now - at(0) > std::chrono::days(7));
    world.claim(now);
    world.outbox.finish({{id, Outcome::sent, 250, ""}}, now);
    CHECK(world.row(id).state == OutboxState::sent);
}

TEST_CASE("An unknown outcome is tried again with the same bytes, five times at most") {
    World world;
    const auto id = world.queue(1);
    Instant now = at(0);
    for (int attempt = 1; attempt <= unknown_attempts_max; ++attempt) {
        const auto claimed = world.outbox.claim("manager", {}, now);
        REQUIRE(claimed.size() == 1);
        CHECK(claimed[0].bytes == letter(world.id, 1, world.ana, "welcome").bytes);
        CHECK_FALSE(claimed[0].row.dot_sent);
        world.outbox.mark_dot_sent({id}, now);
        const auto refused = world.outbox.finish({{id, Outcome::unknown, 0, ""}}, now);
        CHECK(refused.size() == (attempt == unknown_attempts_max ? 1U : 0U));
        now += std::chrono::hours(5);
    }
    CHECK(world.row(id).reason == "five times no verdict after the whole letter");
}

TEST_CASE("After a crash what had no dot is queued, what had one is unknown") {
    World world;
    const auto before_dot = world.queue(1);
    const auto after_dot = world.queue(2);
    world.claim(at(1));
    world.outbox.mark_dot_sent({after_dot}, at(2));
    const auto untouched = world.queue(3);
    const auto recovered = world.outbox.recover("manager", at(9));
    CHECK(recovered.queued == 1);
    CHECK(recovered.unknown == 1);
    CHECK(world.row(before_dot).state == OutboxState::queued);
    CHECK(world.row(after_dot).state == OutboxState::unknown);
    CHECK(world.row(after_dot).dot_sent == at(2));
    CHECK(world.claim(at(9)) == Ids{untouched, before_dot, after_dot});
    CHECK(world.outbox.recover("manager", at(9)).queued == 3);
    CHECK(world.outbox.recover("manager", at(9)).queued == 0);
}

TEST_CASE("A letter that ends the process each time is sent less and less often, five times at most") {
    World world;
    const auto id = world.queue(1);
    Instant now = at(0);
    std::vector<std::int64_t> refused;
    for (int life = 1; life <= unknown_attempts_max; ++life) {
        REQUIRE(world.claim(now) == Ids{id});
        world.outbox.mark_dot_sent({id}, now);
        world.outbox.recover("manager", now, [&](const OutboxRow& row) { refused.push_back(row.id); });
        if (life == unknown_attempts_max) break;
        const Instant next = world.outbox.next_claim("manager", {}, now).value();
        CHECK(next - now == (life == 1 ? std::chrono::seconds(0) : back_off(life)));
        now = next;
    }
    CHECK(refused == Ids{id});
    CHECK(world.row(id).state == OutboxState::refused);
}

TEST_CASE("Only that mailbox's letters are recovered") {
    World world;
    const auto id = world.queue(1);
    world.claim(at(1));
    CHECK(world.outbox.recover("another", at(2)).queued == 0);
    CHECK(world.row(id).state == OutboxState::attempting);
}

TEST_CASE("What follows from a refusal commits with it") {
    World world;
    const auto id = world.queue(1);
    world.claim(at(1));
    std::int64_t notice = 0;
    world.outbox.finish({{id, Outcome::refused, 550, "5.1.1"}}, at(2), [&](const OutboxRow& row) {
        notice = world.outbox.enqueue(letter(row.case_id, 2, world.bea, "bounced"), at(2)).id;
    });
    CHECK(world.row(notice).state == OutboxState::queued);
    const auto lost = world.queue(3);
    world.claim(at(3));
    const auto dies = [](const OutboxRow&) {
        throw StoreFailure(StoreFailure::Kind::full, "the disk is full");
    };
    CHECK_THROWS_AS(world.outbox.finish({{lost, Outcome::refused, 550, "5.1.1"}}, at(4), dies), StoreFailure);
    CHECK(world.row(lost).state == OutboxState::attempting);
}

TEST_CASE("Bytes that must not stay are gone when the letter is sent, not before") {
    World world;
    NewLetter digest = letter(world.id, 1, world.ana, "digest");
    digest.after = AfterSending::erase;
    const auto id = world.queue(digest);
    const auto kept = world.queue(2);
    world.claim(at(1));
    world.outbox.finish({{id, Outcome::unknown, 0, ""}, {kept, Outcome::sent, 250, ""}}, at(1));
    CHECK(world.outbox.bytes(id) == digest.bytes);
    world.claim(at(hour));
    world.outbox.finish({{id, Outcome::sent, 250, ""}}, at(hour));
    CHECK(world.outbox.bytes(id).empty());
    CHECK_FALSE(world.row(id).has_bytes);
    CHECK_FALSE(world.outbox.bytes(kept).empty());
}

}
