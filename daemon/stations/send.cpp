// SPDX-License-Identifier: MIT
#include "daemon/stations/send.h"

#include <algorithm>
#include <charconv>

#include "daemon/stations/take_bounce.h"
#include "daemon/store/outbox.h"

namespace mentoring {

namespace {

using boost::asio::awaitable;

constexpr std::size_t send_batch_max = 20;  // their bytes are in memory together
constexpr std::size_t batches_a_turn_max = 50;

Envelope envelope(ClaimedLetter& letter) {
    return {std::to_string(letter.row.id), letter.row.envelope_from, letter.row.envelope_to,
            std::move(letter.bytes), letter.row.return_headers_only};
}

Outcome outcome(Delivery delivery) {
    switch (delivery) {
        case Delivery::accepted:
            return Outcome::sent;
        case Delivery::try_again:
            return Outcome::try_again;
        case Delivery::refused:
            return Outcome::refused;
        case Delivery::before_dot:
            return Outcome::not_handed_over;
        case Delivery::unknown:
            return Outcome::unknown;
    }
    return Outcome::unknown;
}

std::vector<std::int64_t> rows_of(const std::vector<std::string>& ids) {
    std::vector<std::int64_t> rows;
    for (const auto& each : ids) {
        std::int64_t row = 0;
        std::from_chars(each.data(), each.data() + each.size(), row);
        rows.push_back(row);
    }
    return rows;
}

void count(Sent& sent, const Attempt& attempt) {
    ++sent.attempted;
    switch (attempt.outcome) {
        case Outcome::sent:
            ++sent.sent;
            break;
        case Outcome::refused:
            ++sent.refused;
            break;
        case Outcome::unknown:
            ++sent.unknown;
            break;
        case Outcome::try_again:
        case Outcome::not_handed_over:
            ++sent.again;
            break;
    }
}

std::vector<Attempt> not_handed_over(const std::vector<Envelope>& letters) {
    std::vector<Attempt> attempts;
    for (const auto& each : letters) {
        Attempt attempt;
        attempt.id = rows_of({each.id}).front();
        attempts.push_back(attempt);
    }
    return attempts;
}

std::vector<Attempt> attempts_of(const std::vector<Envelope>& letters,
                                 const std::vector<SendVerdict>& verdicts) {
    auto attempts = not_handed_over(letters);
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        attempts[i].outcome = outcome(verdicts[i].delivery);
        attempts[i].code = verdicts[i].code;
        attempts[i].status = verdicts[i].status;
    }
    return attempts;
}

}

SendingLimits limits_of(const MailboxSettings& settings) {
    return {settings.limits.per_minute, settings.limits.per_day, send_batch_max};
}

awaitable<Sent> send(Relay& relay, Store& store, const House& house, const MailboxSettings& settings,
                     const Clock& clock) {
    Sent sent;
    Outbox outbox(store);
    const auto heard = [&](const OutboxRow& refused) { take_refusal(store, house, refused, clock.now()); };
    sent.recovered = outbox.recover(settings.name, clock.now(), heard);
    for (std::size_t turn = 0; turn < batches_a_turn_max; ++turn) {
        auto claimed = outbox.claim(settings.name, limits_of(settings), clock.now());
        if (claimed.empty()) break;
        std::vector<Envelope> letters;
        for (auto& each : claimed) letters.push_back(envelope(each));
        std::vector<Attempt> attempts;
        std::exception_ptr failure;
        try {
            const auto verdicts = co_await relay.send(letters, [&](const std::vector<std::string>& ids) {
                outbox.mark_dot_sent(rows_of(ids), clock.now());
            });
            attempts = attempts_of(letters, verdicts);
        } catch (const OutsideFailure&) {
            failure = std::current_exception();
            attempts = not_handed_over(letters);
        }
        outbox.finish(attempts, clock.now(), heard);
        for (const auto& each : attempts) count(sent, each);
        ++sent.batches;
        if (failure) std::rethrow_exception(failure);
        const bool lost = std::all_of(attempts.begin(), attempts.end(), [](const Attempt& each) {
            return each.outcome == Outcome::not_handed_over;
        });
        if (lost) break;
    }
    co_return sent;
}

}
