// SPDX-License-Identifier: MIT
#include "daemon/loop.h"

#include <malloc.h>
#include <spdlog/spdlog.h>
#include <systemd/sd-daemon.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <list>

#include "daemon/alarm.h"
#include "daemon/bell.h"
#include "daemon/same_mailboxes.h"
#include "daemon/stations/decide.h"
#include "daemon/stations/moving.h"
#include "daemon/stations/receive.h"
#include "daemon/stations/send.h"
#include "daemon/stations/servers.h"
#include "daemon/stations/upkeep.h"
#include "daemon/store/outbox.h"
#include "daemon/trouble.h"

namespace mentoring {

namespace {

using boost::asio::awaitable;
using boost::asio::use_awaitable;
namespace asio = boost::asio;

// A server that does not say goodbye is left all the same.
awaitable<void> take_leave(awaitable<void> goodbye) {
    try {
        co_await std::move(goodbye);
    } catch (const OutsideFailure& failure) {
        spdlog::debug("goodbye: {}", failure.what());
    }
}

struct Account {
    Account(asio::io_context& io, const MailboxSettings& settings)
        : name(settings.name),
          mailbox(mailbox_at(settings)),
          relay(relay_at(settings)),
          outgoing(io),
          pause(io),
          receiving(io, "mailbox " + settings.name),
          sending(io, "relay " + settings.name) {}

    std::string name;
    std::unique_ptr<Mailbox> mailbox;
    std::unique_ptr<Relay> relay;
    bool prepared = false;
    Bell outgoing;
    Bell pause;
    Trouble receiving;
    Trouble sending;
};

}

struct Loop::State {
    State(std::unique_ptr<Store> opened, House loaded, std::unique_ptr<Clock> given)
        : store(std::move(opened)),
          house(std::make_shared<const House>(std::move(loaded))),
          clock(std::move(given)),
          signals(io, SIGTERM, SIGINT, SIGHUP),
          news(io),
          deciding(io, "store"),
          upkeep(io, "upkeep"),
          turning(io),
          watchdog(io),
          last_call(io) {
        for (const auto& each : house->settings.mailboxes) accounts.emplace_back(io, each);
    }

    asio::io_context io{1};
    std::unique_ptr<Store> store;
    std::shared_ptr<const House> house;
    std::unique_ptr<Clock> clock;
    asio::signal_set signals;
    Bell news;
    Trouble deciding;
    Trouble upkeep;
    Bell turning;
    asio::steady_timer watchdog;
    std::list<Account> accounts;
    bool stopping = false;
    int at_work = 0;
    asio::steady_timer last_call;

    const MailboxSettings& settings_of(const Account& account) const {
        return *mailbox_named(house->settings, account.name);
    }
    bool turned() const { return !house->settings.clock_file.empty(); }

    awaitable<void> receive_for_ever(Account& account);
    awaitable<void> receive_once(Account& account);
    awaitable<void> wait_for_mail(Account& account);
    awaitable<void> send_for_ever(Account& account);
    awaitable<void> decide_for_ever();
    awaitable<void> decide_all();
    void keep_up_store();
    awaitable<void> hear_signals();
    awaitable<void> feed_watchdog();
    awaitable<void> watch_turned_clock();
    void look_round();
    std::chrono::milliseconds until_next_letter(const Account& account) const;
    std::chrono::milliseconds until_next_wait() const;
    std::optional<std::string> read_files_again();
    void reload();
    void stop();
};

awaitable<void> Loop::State::receive_once(Account& account) {
    const auto present = house;
    const auto& settings = settings_of(account);
    if (!std::exchange(account.prepared, true)) {
        co_await account.mailbox->open(settings.folders.inbox);
        co_await prepare_folders(*account.mailbox, settings);
    }
    co_await carry_out_moves(*account.mailbox, *store, settings, *clock);
    co_await clear_done(*account.mailbox, *store, settings, present->settings.retention.folders, *clock);
    const auto received = co_await receive(*account.mailbox, *store, *present, settings, *clock);
    account.receiving.over(present);
    if (received.kept + received.too_big > 0 || received.batches > 1)
        spdlog::info("mailbox {}: {} seen, {} kept, {} not ours, {} too big, in {} batches", account.name,
                     received.seen, received.kept, received.ignored, received.too_big, received.batches);
    if (received.batches > 0) news.ring();
}

// A turned clock is a rehearsal on this machine: nobody there waits five minutes for the next look.
awaitable<void> Loop::State::wait_for_mail(Account& account) {
    const auto& settings = settings_of(account);
    if (turned()) co_return co_await account.mailbox->wait_for_news(turned_clock_look, turned_clock_look);
    co_await account.mailbox->wait_for_news(settings.idle ? idle_longest : settings.poll, settings.poll);
}

awaitable<void> Loop::State::receive_for_ever(Account& account) {
    while (!stopping) {
        std::chrono::milliseconds delay{0};
        try {
            co_await receive_once(account);
            if (stopping) break;
            co_await wait_for_mail(account);
        } catch (const OutsideFailure& failure) {
            delay = account.receiving.failed(house, failure.what());
            account.prepared = false;
        } catch (const StoreFailure& failure) {
            delay = account.receiving.failed(house, failure.what());
        }
        if (delay.count() > 0 && !stopping) co_await account.pause.wait(delay);
    }
    co_await take_leave(account.mailbox->close());
}

awaitable<void> Loop::State::send_for_ever(Account& account) {
    while (!stopping) {
        auto delay = until_next_letter(account);
        try {
            const auto present = house;  // a reload must not take it away meanwhile
            const auto sent = co_await send(*account.relay, *store, *present, settings_of(account), *clock);
            const auto& recovered = sent.recovered;
            if (recovered.queued + recovered.unknown > 0)
                spdlog::info(
                    "relay {}: {} letters were under way, {} of them unknown: sent again with the same "
                    "Message-ID",
                    account.name, recovered.queued + recovered.unknown, recovered.unknown);
            if (sent.attempted > 0)
                spdlog::info("relay {}: {} sent, {} again, {} refused, {} unknown, in {} batches",
                             account.name, sent.sent, sent.again, sent.refused, sent.unknown, sent.batches);
            if (sent.refused > 0) news.ring();
            account.sending.over(house);
            delay = until_next_letter(account);
        } catch (const OutsideFailure& failure) {
            delay = account.sending.failed(house, failure.what());
        } catch (const StoreFailure& failure) {
            delay = account.sending.failed(house, failure.what());
        }
        if (!stopping) co_await account.outgoing.wait(delay);
    }
    co_await take_leave(account.relay->close());
}

awaitable<void> Loop::State::decide_all() {
    Decided sum;
    for (;;) {
        const auto present = house;
        const auto decided = decide(*store, *present, clock->now());
        sum.mails += decided.mails;
        sum.waits += decided.waits;
        sum.quarantined += decided.quarantined;
        sum.batches += decided.batches;
        for (const auto& each : decided.alarms) raise_alarm(io, present->settings.alarm, each);
        if (!decided.more() || stopping) break;
        // Others get their turn between two batches.
        co_await asio::post(io, use_awaitable);
    }
    if (sum.batches > 0) {
        spdlog::info("decided {} mails and {} waits in {} batches, {} set aside", sum.mails, sum.waits,
                     sum.batches, sum.quarantined);
        malloc_trim(0);
    }
    // What was decided may be filed now.
    if (sum.mails > 0)
        for (auto& each : accounts) each.mailbox->wake();
}

// A backup that cannot be written must not keep anybody's letter waiting.
void Loop::State::keep_up_store() {
    try {
        // What a backup took goes back to the system.
        if (keep_up(*store, *house, clock->now())) malloc_trim(0);
        upkeep.over(house);
    } catch (const StoreFailure& failure) {
        upkeep.failed(house, failure.what());
    }
}

awaitable<void> Loop::State::decide_for_ever() {
    while (!stopping) {
        std::chrono::milliseconds delay{0};
        try {
            co_await decide_all();
            keep_up_store();
            deciding.over(house);
            delay = until_next_wait();
            for (auto& each : accounts) each.outgoing.ring();
        } catch (const StoreFailure& failure) {
            delay = deciding.failed(house, failure.what());
        } catch (const OutsideFailure& failure) {
            delay = deciding.failed(house, failure.what());
        }
        if (!stopping) co_await news.wait(delay);
    }
}

std::chrono::milliseconds Loop::State::until_next_letter(const Account& account) const {
    const auto next = Outbox(*store).next_claim(account.name, limits_of(settings_of(account)), clock->now());
    const std::chrono::milliseconds longest = turn_longest;
    if (!next) return longest;
    return std::clamp<std::chrono::milliseconds>(*next - clock->now(), std::chrono::milliseconds{10},
                                                 longest);
}

std::chrono::milliseconds Loop::State::until_next_wait() const {
    const auto next = next_due(*store, *house);
    const std::chrono::milliseconds longest = turn_longest;
    if (!next) return longest;
    return std::clamp<std::chrono::milliseconds>(*next - clock->now(), std::chrono::milliseconds{100},
                                                 longest);
}

// What keeps the files from being used; nothing where they are in use now.
std::optional<std::string> Loop::State::read_files_again() {
    Faults faults;
    auto loaded = load_house(house->settings.file, clock->now(), faults);
    if (!any_fault(faults)) {
        refuse_other_mailboxes(house->settings, loaded.settings, faults);
        refuse_orphans(loaded, *store, faults);
    }
    for (const auto& each : faults) spdlog::error("{}", to_string(each));
    if (any_fault(faults)) return "the files have faults";
    loaded.token_keys = house->token_keys;
    settle_versions(loaded, *store, clock->now());
    house = std::make_shared<const House>(std::move(loaded));
    return std::nullopt;
}

void Loop::State::reload() {
    sd_notify(0, "RELOADING=1");
    std::optional<std::string> hindrance;
    try {
        hindrance = read_files_again();
    } catch (const std::runtime_error& failure) {
        hindrance = failure.what();
    }
    if (hindrance) {
        spdlog::error("{}; mentord goes on with the files that it has", *hindrance);
        raise_alarm(io, house->settings.alarm, *hindrance + "; mentord goes on with the files that it has");
    } else {
        spdlog::info("the files were read again");
        news.ring();
    }
    sd_notify(0, "READY=1");
}

// Each coroutine ends what it has begun; whoever is not done at the last call is left behind: what it did is
// committed, and the rest is done again after the next start.
void Loop::State::stop() {
    stopping = true;
    last_call.expires_after(stop_longest);
    last_call.async_wait([this](const boost::system::error_code&) { io.stop(); });
    sd_notify(0, "STOPPING=1");
    look_round();
    turning.ring();
    watchdog.cancel();
}

awaitable<void> Loop::State::hear_signals() {
    while (!stopping) {
        const int signal = co_await signals.async_wait(use_awaitable);
        if (signal == SIGHUP)
            reload();
        else
            stop();
    }
}

awaitable<void> Loop::State::feed_watchdog() {
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) <= 0) co_return;
    const std::chrono::microseconds every(microseconds / 2);
    spdlog::info("the watchdog is fed every {} ms", every / std::chrono::milliseconds(1));
    while (!stopping) {
        sd_notify(0, "WATCHDOG=1");
        watchdog.expires_after(every);
        boost::system::error_code ignored;
        co_await watchdog.async_wait(asio::redirect_error(use_awaitable, ignored));
    }
}

// Whoever waits for an instant looks again: first what is due, then what came.
void Loop::State::look_round() {
    news.ring();
    for (auto& each : accounts) {
        each.outgoing.ring();
        each.mailbox->wake();
        each.pause.ring();
    }
}

awaitable<void> Loop::State::watch_turned_clock() {
    Instant known{};
    while (turned() && !stopping) {
        try {
            const auto now = clock->now();
            const bool written = store->changed_elsewhere();
            if (now != std::exchange(known, now) || written) look_round();
        } catch (const OutsideFailure&) {
            // Somebody is writing the file just now.
        } catch (const StoreFailure&) {
            // Whoever works with the store says it.
        }
        co_await turning.wait(turned_clock_glance);
    }
}

Loop::Loop(std::unique_ptr<Store> store, House house, std::unique_ptr<Clock> clock)
    : state_(std::make_unique<State>(std::move(store), std::move(house), std::move(clock))) {}

Loop::~Loop() = default;

void Loop::run() {
    auto& state = *state_;
    // An exception that no coroutine expected is our own mistake: the process ends and says so.
    const auto ended = [&state](std::exception_ptr unexpected) {
        if (unexpected) std::rethrow_exception(unexpected);
        if (--state.at_work == 0) state.io.stop();
    };
    const auto begin = [&state, &ended](awaitable<void> work) {
        ++state.at_work;
        asio::co_spawn(state.io, std::move(work), ended);
    };
    begin(state.hear_signals());
    begin(state.decide_for_ever());
    begin(state.feed_watchdog());
    begin(state.watch_turned_clock());
    for (auto& each : state.accounts) {
        begin(state.receive_for_ever(each));
        begin(state.send_for_ever(each));
    }
    sd_notify(0, "READY=1");
    spdlog::info("at work: {} mailboxes, {} programmes", state.accounts.size(), state.house->programs.size());
    state.io.run();
    spdlog::info("stopped");
}

}
