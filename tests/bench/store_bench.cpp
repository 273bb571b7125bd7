// SPDX-License-Identifier: MIT
// What the store costs: mails received, decisions (mail ruled, case saved, letter queued, journal line) and
// letters sent, by items a commit. store_bench [FOLDER]; run from a release build, on the disk that matters.
#include <chrono>
#include <cstdio>

#include "daemon/store/journal.h"
#include "daemon/store/matching.h"
#include "tests/store/folder.h"
#include "tests/store/store_world.h"

namespace {

using namespace mentoring;
using namespace mentoring::store_world;
using Steady = std::chrono::steady_clock;

constexpr auto measured = std::chrono::milliseconds(1500);
constexpr std::int64_t items_max = 10'000;  // an inbox as large as the project promises to work off
constexpr std::size_t mail_octets = 4000;
constexpr std::size_t letter_octets = 6000;

struct Bench {
    Folder folder;
    Store store{folder / "mentord.db", keys()};
    Program balance = program();
    PersonId ana = committed(store, [&] { return People(store).add(person("Ana", "ana@x.org")); });
    CaseId id =
        committed(store, [&] { return Cases(store).add(opened("2026-001", ana, "words"), balance, at(0)); });
    Case kept = Cases(store).load(id).value();
    std::uint32_t uid = 0;
    std::uint32_t decided = 0;

    void receive() {
        ++uid;
        Inbox(store).add(mail(uid, std::to_string(uid) + "@x", std::string(mail_octets, 'w')), at(0));
    }
    void decide() {
        Savepoint item(store);
        const InboxId mail_id{++decided};
        Inbox(store).raw(mail_id);
        Case next = Cases(store).load(id).value();
        ++next.decisions;
        Cases(store).save(next, balance, at(1));
        NewLetter made = letter(id, next.decisions, ana, "welcome");
        made.bytes = std::string(letter_octets, 'l');
        Outbox(store).enqueue(made, at(1));
        Journal(store).add({id, next.decisions, at(1), "review"});
        Inbox(store).rule(mail_id, {Verdict::decided, "", {}, id, ana}, at(1));
        item.release();
    }
};

template <class Item>
void measure(const char* what, Bench& bench, int batch, Item item) {
    const auto begin = Steady::now();
    std::int64_t commits = 0;
    std::chrono::duration<double> taken{};
    while ((taken = Steady::now() - begin) < measured && commits * batch < items_max) {
        Transaction transaction(bench.store);
        for (int count = 0; count < batch; ++count) item();
        transaction.commit();
        ++commits;
    }
    const double rate = static_cast<double>(commits) / taken.count();
    std::printf("%-28s %4d a commit  %9.0f commits/s  %9.0f items/s\n", what, batch, rate, rate * batch);
}

void measure_sending(Bench& bench) {
    Outbox outbox(bench.store);
    const auto begin = Steady::now();
    std::int64_t sent = 0;
    for (auto letters = outbox.claim("manager", {}, at(2)); !letters.empty();
         letters = outbox.claim("manager", {}, at(2))) {
        std::vector<std::int64_t> ids;
        std::vector<Attempt> attempts;
        for (const ClaimedLetter& each : letters) {
            ids.push_back(each.row.id);
            attempts.push_back({each.row.id, Outcome::sent, 250, ""});
        }
        outbox.mark_dot_sent(ids, at(2));
        outbox.finish(attempts, at(2));
        sent += static_cast<std::int64_t>(letters.size());
    }
    const std::chrono::duration<double> taken = Steady::now() - begin;
    std::printf("%-28s  100 a claim   %9.0f letters/s (three commits a batch)\n", "claim, dot, sent",
                static_cast<double>(sent) / taken.count());
}

void measure_matching(Bench& bench) {
    committed(bench.store, [&] {
        for (int number = 0; number < 200; ++number)
            People(bench.store)
                .add(mentor("Dr. Number " + std::to_string(number), std::to_string(number) + "@x.org",
                            "negotiation, teaching and topic" + std::to_string(number % 17)));
    });
    match_mentors(bench.store, "negotiation");
    const auto begin = Steady::now();
    constexpr int turns = 50;
    for (int turn = 0; turn < turns; ++turn)
        match_mentors(bench.store, "a negotiation about topic3 with my chief");
    const std::chrono::duration<double, std::milli> taken = Steady::now() - begin;
    std::printf("%-28s %.2f ms over 200 profiles\n", "matching a request", taken.count() / turns);
}

}

int main(int count, char** arguments) {
    if (count > 1) ::setenv("TMPDIR", arguments[1], 1);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    for (const int batch : {1, 10, 100}) {
        Bench bench;
        measure("receive 4 KB", bench, batch, [&] { bench.receive(); });
        while (bench.uid < items_max)
            committed(bench.store, [&] {
                for (int each = 0; each < 1000; ++each) bench.receive();
            });
        measure("decide", bench, batch, [&] { bench.decide(); });
        if (batch == 100) {
            measure_sending(bench);
            measure_matching(bench);
        }
    }
}
