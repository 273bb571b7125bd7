// SPDX-License-Identifier: MIT
#include "daemon/store/outbox.h"

#include <catch2/catch.hpp>

#include <set>

#include "tests/store/store_world.h"

namespace mentoring {

using namespace store_world;

namespace {

struct World {
    Store store{":memory:", keys()};
    Outbox outbox{store};
    PersonId ana = committed(store, [&] { return People(store).add(person("Ana", "ana@x.org")); });
    PersonId bea = committed(store, [&] { return People(store).add(person("Bea", "bea@x.org")); });
    CaseId id =
        committed(store, [&] { return Cases(store).add(opened("2026-001", ana, ""), program(), at(0)); });

    std::int64_t queue(const NewLetter& each, Instant now = at(0)) {
        return committed(store, [&] { return outbox.enqueue(each, now).id; });
    }
    std::int64_t queue(int decision) { return queue(letter(id, decision, ana, "welcome")); }
    std::vector<std::int64_t> claim(Instant now, const SendingLimits& limits = {}) {
        std::vector<std::int64_t> ids;
        for (const ClaimedLetter& each : outbox.claim("manager", limits, now)) ids.push_back(each.row.id);
        return ids;
    }
    OutboxRow row(std::int64_t letter_id) { return outbox.load(letter_id).value(); }
};

using Ids = std::vector<std::int64_t>;

}

TEST_CASE("A letter is kept whole until it is sent") {
    World world;
    NewLetter made = letter(world.id, 3, world.ana, "review-request");
    made.audience = {"chair", "deputy"};
    made.purpose = Purpose::challenge;
    made.unasked = true;
    made.return_headers_only = true;
    made.after = AfterSending::erase;
    made.not_before = at(1200);
    const auto id = world.queue(made, at(5));
    const OutboxRow row = world.row(id);
    CHECK(row.mailbox == "manager");
    CHECK(row.program == "balance");
    CHECK(row.case_id == world.id);
    CHECK(row.decision == 3);
    CHECK(row.recipient == world.ana);
    CHECK(row.letter == "review-request");
    CHECK(row.role == "chair");
    CHECK(row.step == 1);
    CHECK(row.purpose == Purpose::challenge);
    CHECK(row.message_id == made.message_id);
    CHECK(row.envelope_from == "manager@x.org");
    CHECK(row.envelope_to == "somebody@x.org");
    CHECK(row.queued == at(5));
    CHECK(row.not_before == at(1200));
    CHECK(row.next_attempt == at(1200));
    CHECK(row.audience == made.audience);
    CHECK(row.unasked);
    CHECK(row.return_headers_only);
    CHECK(row.after == AfterSending::erase);
    CHECK(row.state == OutboxState::queued);
    CHECK(row.attempts == 0);
    CHECK(row.has_bytes);
    CHECK(world.outbox.bytes(id) == made.bytes);
    CHECK(world.outbox.with_message_id(made.message_id)->id == id);
    CHECK_FALSE(world.outbox.with_message_id("other@x.org"));
    CHECK_FALSE(world.outbox.load(99));
    CHECK(world.outbox.bytes(99).empty());
}

TEST_CASE("Redoing a step yields the same letter, another step another") {
    World world;
    const NewLetter first = letter(world.id, 3, world.ana, "reminder");
    const auto changed = [&](auto change) {
        NewLetter other = first;
        other.message_id = "another@x.org";
        change(other);
        return other;
    };
    NewLetter digest = letter({}, 0, world.ana, "digest");
    digest.period = "2026-10";
    NewLetter stranger = letter({}, 0, {}, "unknown-address");
    stranger.envelope_to = "eve@x.org";
    stranger.period = "mail 4";
    const auto other_of = [](NewLetter made, std::string message_id, auto change) {
        made.message_id = std::move(message_id);
        change(made);
        return made;
    };
    struct Second {
        NewLetter first;
        NewLetter second;
        bool fresh;
        const char* because;
    };
    const Second table[] = {
        {first, first, false, "the same"},
        {first, changed([](NewLetter& other) { other.bytes = "Subject: new\r\n"; }), false, "drawn anew"},
        {first, changed([](NewLetter& other) { other.envelope_to = "new@x.org"; }), false,
         "she moved meanwhile"},
        {first, changed([](NewLetter& other) { other.period = "2026"; }), false,
         "a period means nothing in a case"},
        {first, changed([](NewLetter& other) { other.decision = 4; }), true,
         "the next step: another reminder"},
        {first, changed([&](NewLetter& other) { other.recipient = world.bea; }), true, "to somebody else"},
        {first, changed([](NewLetter& other) { other.letter = "welcome"; }), true, "another letter"},
        {digest, digest, false, "one digest a period"},
        {digest, other_of(digest, "d2@x", [](NewLetter& other) { other.period = "2026-11"; }), true,
         "next month"},
        {digest, other_of(digest, "d2@x", [](NewLetter& other) { other.program = "residents"; }), true,
         "another programme"},
        {stranger, stranger, false, "one answer a mail"},
        {stranger, other_of(stranger, "s2@x", [](NewLetter& other) { other.envelope_to = "f@x.org"; }), true,
         "another stranger"},
        {stranger, other_of(stranger, "s2@x", [](NewLetter& other) { other.period = "mail 5"; }), true,
         "her next mail"},
    };
    for (const auto& [one, two, fresh, because] : table) {
        INFO(because);
        Transaction undone(world.store);
        const Enqueued before = world.outbox.enqueue(one, at(0));
        const Enqueued after = world.outbox.enqueue(two, at(1));
        CHECK(before.fresh);
        CHECK(after.fresh == fresh);
        CHECK((after.id == before.id) == !fresh);
        if (!fresh) CHECK(world.outbox.bytes(after.id) == one.bytes);
    }
}

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
    const auto recovered = world.outbox.recover(at(9));
    CHECK(recovered.queued == 1);
    CHECK(recovered.unknown == 1);
    CHECK(world.row(before_dot).state == OutboxState::queued);
    CHECK(world.row(after_dot).state == OutboxState::unknown);
    CHECK(world.row(after_dot).dot_sent == at(2));
    CHECK(world.claim(at(9)) == Ids{untouched, before_dot, after_dot});
    CHECK(world.outbox.recover(at(9)).queued == 3);
    CHECK(world.outbox.recover(at(9)).queued == 0);
}

TEST_CASE("Letters that rest can be taken back, others not") {
    World world;
    const auto resting = [&](int decision, PersonId to, int step) {
        NewLetter made = letter(world.id, decision, to, "invitation");
        made.not_before = at(1200);
        made.step = step;
        return made;
    };
    const auto undone = [&](const StopLetters& which) {
        Transaction transaction(world.store);
        for (const auto& each :
             {resting(1, world.ana, 1), resting(1, world.bea, 2), resting(2, world.bea, 1)})
            world.outbox.enqueue(each, at(0));
        world.outbox.enqueue(letter(world.id, 5, world.ana, "receipt"), at(0));  // does not rest
        std::set<std::pair<int, std::int64_t>> stopped;
        for (const OutboxRow& row : world.outbox.stop_resting(world.id, which, at(600))) {
            CHECK(world.row(row.id).state == OutboxState::stopped);
            CHECK(world.row(row.id).settled == at(600));
            CHECK(row.reason == "taken back while it rested");
            stopped.insert({row.decision, row.recipient.value});
        }
        return stopped;
    };
    const auto a = world.ana.value;
    const auto b = world.bea.value;
    using Stopped = std::set<std::pair<int, std::int64_t>>;
    CHECK(undone({}) == Stopped{{1, a}, {1, b}, {2, b}});
    CHECK(undone({world.bea, 0, 0}) == Stopped{{1, b}, {2, b}});
    CHECK(undone({{}, 1, 0}) == Stopped{{1, a}, {1, b}});
    CHECK(undone({{}, 0, 1}) == Stopped{{1, a}, {2, b}});
    CHECK(undone({world.bea, 1, 2}) == Stopped{{1, b}});

    const auto late = world.queue(resting(9, world.ana, 1));
    CHECK(committed(world.store, [&] { return world.outbox.stop_resting(world.id, {}, at(1200)); }).empty());
    CHECK(world.row(late).state == OutboxState::queued);
}

TEST_CASE("Nothing more goes to a person who is gone") {
    World world;
    const auto waiting = world.queue(1);
    const auto sent = world.queue(2);
    const auto other = world.queue(letter(world.id, 3, world.bea, "welcome"));
    world.claim(at(1), {0, 0, 1});
    world.outbox.finish({{waiting, Outcome::unknown, 0, ""}}, at(1));
    world.claim(at(2), {0, 0, 1});
    world.outbox.finish({{sent, Outcome::sent, 250, ""}}, at(2));
    const auto stopped =
        committed(world.store, [&] { return world.outbox.stop_all_to(world.ana, "gone", at(3)); });
    REQUIRE(stopped.size() == 1);
    CHECK(stopped[0].id == waiting);
    CHECK(world.row(waiting).reason == "gone");
    CHECK(world.row(sent).state == OutboxState::sent);
    CHECK(world.claim(at(day)) == Ids{other});
}

TEST_CASE("A letter that came back is refused, and can be tried again by hand") {
    World world;
    const auto id = world.queue(1);
    CHECK_FALSE(committed(world.store, [&] { return world.outbox.retry(id, at(1)); }));  // queued
    world.claim(at(1));
    world.outbox.finish({{id, Outcome::sent, 250, ""}}, at(1));
    CHECK_FALSE(committed(world.store, [&] { return world.outbox.retry(id, at(1)); }));  // sent
    committed(world.store, [&] { world.outbox.bounced(id, "5.1.1", at(7)); });
    CHECK(world.row(id).state == OutboxState::refused);
    CHECK(world.row(id).status == "5.1.1");
    CHECK(world.row(id).settled == at(7));
    CHECK(world.row(id).reason == "it came back undeliverable");
    CHECK(committed(world.store, [&] { return world.outbox.retry(id, at(9)); }));
    CHECK(world.row(id).attempts == 0);
    CHECK_FALSE(world.row(id).settled);
    CHECK(world.claim(at(9)) == Ids{id});
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

TEST_CASE("Old letters lose their bytes, unsent ones and those under legal hold do not") {
    World world;
    const auto sent = world.queue(1);
    const auto unsent = world.queue(2);
    world.claim(at(1), {0, 0, 1});
    world.outbox.finish({{sent, Outcome::sent, 250, ""}}, at(1));
    const auto erase = [&] {
        return committed(world.store, [&] { return world.outbox.erase_bytes_before(at(day), 10); });
    };
    committed(world.store, [&] { Cases(world.store).set_legal_hold(world.id, true); });
    CHECK(erase() == 0);
    committed(world.store, [&] { Cases(world.store).set_legal_hold(world.id, false); });
    CHECK(committed(world.store, [&] { return world.outbox.erase_bytes_before(at(0), 10); }) == 0);
    CHECK(erase() == 1);
    CHECK(world.outbox.bytes(sent).empty());
    CHECK_FALSE(world.outbox.bytes(unsent).empty());
    committed(world.store, [&] { world.outbox.erase_bytes(unsent); });
    CHECK(world.row(unsent).state == OutboxState::stopped);
    CHECK(world.claim(at(day)).empty());
    CHECK_FALSE(committed(world.store, [&] { return world.outbox.retry(unsent, at(day)); }));
}

TEST_CASE("Our letters to a person are found for what she quotes") {
    World world;
    const auto first = world.queue(letter(world.id, 1, world.ana, "welcome"), at(0));
    const auto second = world.queue(letter(world.id, 2, world.ana, "question"), at(9));
    NewLetter digest = letter({}, 0, world.ana, "digest");
    digest.period = "2026-11";
    const auto outside = world.queue(digest, at(5));
    world.queue(letter(world.id, 1, world.bea, "invitation"), at(3));
    const auto ids = [](const std::vector<OutboxRow>& rows) {
        Ids found;
        for (const OutboxRow& row : rows) found.push_back(row.id);
        return found;
    };
    CHECK(ids(world.outbox.letters_to(world.ana, world.id, 10)) == Ids{second, first});
    CHECK(ids(world.outbox.letters_to(world.ana, {}, 10)) == Ids{second, outside, first});
    CHECK(ids(world.outbox.letters_to(world.ana, {}, 1)) == Ids{second});
    CHECK(world.outbox.of_case(world.id).size() == 3);
}

TEST_CASE("What a person got unasked, and an address at all, is counted") {
    World world;
    NewLetter reminder = letter(world.id, 1, world.ana, "reminder");
    reminder.unasked = true;
    world.queue(reminder, at(10));
    NewLetter stopped = letter(world.id, 2, world.ana, "check-in");
    stopped.unasked = true;
    stopped.not_before = at(99);
    world.queue(stopped, at(20));
    world.queue(letter(world.id, 3, world.ana, "receipt"), at(30));
    CHECK(world.outbox.unasked_to(world.ana, at(0)) == 2);
    committed(world.store, [&] { world.outbox.stop_resting(world.id, {}, at(21)); });
    CHECK(world.outbox.unasked_to(world.ana, at(0)) == 1);
    CHECK(world.outbox.unasked_to(world.ana, at(11)) == 0);
    CHECK(world.outbox.unasked_to(world.bea, at(0)) == 0);
    CHECK(world.outbox.queued_to("somebody@x.org", at(20)) == 2);
    CHECK(world.outbox.queued_to("nobody@x.org", at(0)) == 0);
}

TEST_CASE("A letter that was not sent is listed with the reason") {
    World world;
    committed(world.store, [&] {
        world.outbox.suppress({world.id, world.ana, "", "check-in", "two this month", at(1)});
        world.outbox.suppress({{}, {}, "eve@x.org", "unknown-address", "five today", at(2)});
    });
    const auto all = world.outbox.suppressed(at(0), 10);
    REQUIRE(all.size() == 2);
    CHECK(all[0].address == "eve@x.org");
    CHECK(all[0].reason == "five today");
    CHECK(all[1].case_id == world.id);
    CHECK(all[1].recipient == world.ana);
    CHECK(world.outbox.suppressed(at(2), 10).size() == 1);
    CHECK(world.outbox.suppressed_of(world.id).at(0).letter == "check-in");
}

}
