// SPDX-License-Identifier: MIT
// How fast mails come from a real server and letters go to one: fetch_bench [MAILS] starts a private mail
// host, fills a mailbox, and prints the best of three runs each. Build it as a release.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "daemon/mail/imap_mailbox.h"
#include "daemon/mail/smtp_relay.h"
#include "tests/transport/dialogue.h"
#include "tests/transport/run.h"
#include "tests/transport/shared_host.h"

using namespace mentoring;
namespace asio = boost::asio;

namespace {

const std::string user = "alice@example.test";
constexpr std::size_t mail_octets = 4000;
constexpr std::size_t letters_sent = 200;

using Stopwatch = std::chrono::steady_clock;

double seconds_since(Stopwatch::time_point begin) {
    return std::chrono::duration<double>(Stopwatch::now() - begin).count();
}

std::string body() {
    std::string text = "From: bob@example.test\r\nSubject: measured\r\n\r\n";
    while (text.size() < mail_octets) text += std::string(70, 'x') + "\r\n";
    return text;
}

void measure_fetch(const char* name, Security security) {
    double best = 1e9;
    std::size_t count = 0;
    std::size_t octets = 0;
    for (int turn = 0; turn < 3; ++turn) {
        run([&]() -> asio::awaitable<void> {
            ImapMailbox mailbox(imap_server(security), login_of(user));
            co_await mailbox.open("INBOX");
            const auto uids = co_await mailbox.list_after(0);
            count = octets = 0;
            const auto begin = Stopwatch::now();
            co_await mailbox.fetch(uids, [&](FetchedMail mail) {
                ++count;
                octets += mail.raw.size();
            });
            best = std::min(best, seconds_since(begin));
        });
    }
    std::printf("fetch %-9s %6zu mails %7.1f MB %8.0f mails/s %6.0f MB/s\n", name, count,
                static_cast<double>(octets) / 1e6, static_cast<double>(count) / best,
                static_cast<double>(octets) / 1e6 / best);
}

void measure_send(std::size_t connections) {
    const std::vector<Envelope> letters(letters_sent,
                                        Envelope{"id", user, "bob@example.test", body(), false});
    RelayManners manners;
    manners.connections = connections;
    double best = 1e9;
    for (int turn = 0; turn < 3; ++turn) {
        run([&]() -> asio::awaitable<void> {
            SmtpRelay relay(smtp_server(), login_of(user), manners);
            const auto begin = Stopwatch::now();
            co_await relay.send(letters, [](const std::vector<std::string>&) {});
            best = std::min(best, seconds_since(begin));
            co_await relay.close();
        });
    }
    std::printf("send  %zu connection(s), STARTTLS %8.0f letters/s\n", connections, letters_sent / best);
}

}

int main(int count, char** arguments) {
    const std::size_t mails = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 10'000;
    deliver(shared_host(), user, std::vector<std::string>(mails, body()));
    measure_fetch("plaintext", Security::plaintext);
    measure_fetch("TLS", Security::tls);
    for (const std::size_t connections : {1, 4}) measure_send(connections);
}
