// SPDX-License-Identifier: MIT
#include "daemon/store/outbox.h"

#include <catch2/catch.hpp>

#include <set>

#include "tests/store/outbox_world.h"

namespace mentoring {

using namespace outbox_world;

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
    CHECK(world.outbox.queued_to("somebody@x.org", "receipt", at(20)) == 1);
    CHECK(world.outbox.queued_to("somebody@x.org", "reminder", at(20)) == 0);
    CHECK(world.outbox.queued_to("nobody@x.org", "receipt", at(0)) == 0);
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
