// SPDX-License-Identifier: MIT
#include "daemon/mail/smtp_relay.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <exception>

#include "daemon/mail/deadline.h"
#include "daemon/mail/printable.h"
#include "daemon/mail/smtp_talk.h"

namespace mentoring {

namespace asio = boost::asio;

namespace {

using TalkOwner = std::unique_ptr<SmtpTalk>;

// The letters that are ready for their dot in the same turn of the loop are recorded together.
class DotGate {
public:
    explicit DotGate(const BeforeDot& before_dot) : before_dot_(before_dot) {}

    asio::awaitable<bool> pass(const std::string& id) {
        if (!group_) group_ = std::make_shared<Group>();
        const auto group = group_;
        group->ids.push_back(id);
        co_await asio::post(asio::use_awaitable);
        if (group == group_) record();
        co_return group->recorded;
    }

private:
    struct Group {
        std::vector<std::string> ids;
        bool recorded = false;
    };

    // Whoever could not record it hears so again when the verdicts are to be kept.
    void record() {
        const auto group = std::exchange(group_, nullptr);
        try {
            before_dot_(group->ids);
            group->recorded = true;
        } catch (const std::exception&) {
            group->recorded = false;
        }
    }

    const BeforeDot& before_dot_;
    std::shared_ptr<Group> group_;
};

// One call of send().
struct Round {
    const std::vector<Envelope>& letters;
    DotGate gate;
    SmtpTalk::MayEnd may_end;
    std::vector<SendVerdict> verdicts;
    std::size_t next = 0;
    bool any_verdict = false;
    bool stopped = false;
    std::string trouble{};
    std::exception_ptr refused{};  // login or TLS, before the first letter
};

asio::awaitable<void> say_goodbye(std::vector<TalkOwner> talks) {
    for (auto& talk : talks) co_await talk->quit();
}

}

struct SmtpRelay::Talk : std::enable_shared_from_this<SmtpRelay::Talk> {
    Talk(MailServer to, Login with, RelayManners how)
        : server(std::move(to)), login(std::move(with)), manners(how) {}

    MailServer server;
    Login login;
    RelayManners manners;
    std::vector<TalkOwner> unused;
    std::unique_ptr<Deadline> leaving;

    asio::awaitable<TalkOwner> dial(Round& round);
    asio::awaitable<SendVerdict> attempt(Round& round, const Envelope& letter, TalkOwner& talk);
    asio::awaitable<void> work(Round& round);
    asio::awaitable<void> work_together(Round& round);
    void leave_later(const asio::any_io_executor& executor);
};

SmtpRelay::SmtpRelay(MailServer server, Login login, RelayManners manners)
    : talk_(std::make_shared<Talk>(std::move(server), std::move(login), manners)) {}

SmtpRelay::~SmtpRelay() = default;

// Nothing where it fails: then the round is over.
asio::awaitable<TalkOwner> SmtpRelay::Talk::dial(Round& round) {
    try {
        co_return co_await SmtpTalk::begin(server, login);
    } catch (const OutsideFailure& failure) {
        round.stopped = true;
        round.trouble = printable(failure.what());
        if (failure.kind() == OutsideFailure::Kind::permanent && !round.any_verdict)
            round.refused = std::current_exception();
    }
    co_return nullptr;
}

// A connection from an earlier call may have been closed by the server meanwhile: then once more with a new
// one.
asio::awaitable<SendVerdict> SmtpRelay::Talk::attempt(Round& round, const Envelope& letter, TalkOwner& talk) {
    const bool maybe_stale = talk == nullptr && !unused.empty();
    if (maybe_stale) {
        talk = std::move(unused.back());
        unused.pop_back();
        auto verdict = co_await talk->deliver(letter, round.may_end, manners.verdict);
        if (talk->usable() || verdict.delivery != Delivery::before_dot) co_return verdict;
        talk.reset();
    }
    if (!talk) talk = co_await dial(round);
    if (!talk) co_return SendVerdict{Delivery::before_dot, 0, "", round.trouble};
    co_return co_await talk->deliver(letter, round.may_end, manners.verdict);
}

asio::awaitable<void> SmtpRelay::Talk::work(Round& round) {
    TalkOwner talk;
    while (round.next < round.letters.size() && !round.stopped) {
        const auto index = round.next++;
        round.verdicts[index] = co_await attempt(round, round.letters[index], talk);
        if (!talk) continue;
        round.any_verdict = true;
        if (talk->usable() && talk->letters() >= letters_a_connection) co_await talk->quit();
        if (!talk->usable()) talk.reset();
    }
    if (talk) unused.push_back(std::move(talk));
}

asio::awaitable<void> SmtpRelay::Talk::work_together(Round& round) {
    const auto executor = co_await asio::this_coro::executor;
    auto workers = std::min({manners.connections, relay_connections_max, round.letters.size()});
    asio::steady_timer finished(executor, asio::steady_timer::time_point::max());
    std::exception_ptr failure;
    for (auto count = workers; count > 0; --count)
        asio::co_spawn(executor, work(round), [&](std::exception_ptr thrown) {
            if (thrown) failure = thrown;
            if (--workers == 0) finished.cancel();
        });
    boost::system::error_code cancelled;
    while (workers > 0) co_await finished.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
    if (failure) std::rethrow_exception(failure);
}

void SmtpRelay::Talk::leave_later(const asio::any_io_executor& executor) {
    leaving = std::make_unique<Deadline>(executor, [weak = weak_from_this(), executor] {
        if (const auto talk = weak.lock())
            asio::co_spawn(executor, say_goodbye(std::exchange(talk->unused, {})), asio::detached);
    });
    leaving->set(manners.idle);
}

asio::awaitable<std::vector<SendVerdict>> SmtpRelay::send(const std::vector<Envelope>& letters,
                                                          const BeforeDot& before_dot) {
    const auto talk = talk_;
    if (talk->leaving) talk->leaving->clear();
    Round round{letters, DotGate(before_dot), {}, std::vector<SendVerdict>(letters.size())};
    round.may_end = [&round](const std::string& id) { return round.gate.pass(id); };
    if (talk->manners.connections > 1 && letters.size() > 1) {
        co_await talk->work_together(round);
    } else {
        co_await talk->work(round);
    }
    talk->leave_later(co_await asio::this_coro::executor);
    if (round.refused) std::rethrow_exception(round.refused);
    for (auto index = round.next; index < letters.size(); ++index)
        round.verdicts[index].reply = round.trouble;
    co_return std::move(round.verdicts);
}

asio::awaitable<void> SmtpRelay::close() {
    if (talk_->leaving) talk_->leaving->clear();
    co_await say_goodbye(std::exchange(talk_->unused, {}));
}

}
