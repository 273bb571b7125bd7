// SPDX-License-Identifier: MIT
// Letters through a real server: verdicts, bounces, authentication results.
#include "daemon/mail/smtp_relay.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "daemon/mail/imap_mailbox.h"
#include "tests/transport/run.h"
#include "tests/transport/shared_host.h"

using namespace mentoring;
namespace asio = boost::asio;

namespace {

const std::string sender = "user-s@example.test";
const BeforeDot unrecorded = [](const std::vector<std::string>&) {};

Envelope letter(const std::string& recipient, const std::string& subject = "hello",
                const std::string& fields = "") {
    return {"row-1", sender, recipient,
            "From: " + sender + "\r\nTo: " + recipient + "\r\nSubject: " + subject + "\r\n" + fields +
                "\r\nText.\r\n.\r\n..end\r\n",
            false};
}

std::vector<SendVerdict> sent(const std::vector<Envelope>& letters, RelayManners manners = {}) {
    std::vector<SendVerdict> verdicts;
    run([&]() -> asio::awaitable<void> {
        SmtpRelay relay(smtp_server(), login_of(sender), manners);
        verdicts = co_await relay.send(letters, unrecorded);
        co_await relay.close();
    });
    return verdicts;
}

// The mails of a user once there are that many.
std::vector<std::string> mails_of(const std::string& user, std::size_t count) {
    std::vector<std::string> mails;
    run([&]() -> asio::awaitable<void> {
        ImapMailbox mailbox(imap_server(), login_of(user));
        co_await mailbox.open("INBOX");
        auto uids = co_await mailbox.list_after(0);
        for (int turn = 0; uids.size() < count && turn < 30; ++turn) {
            co_await mailbox.wait_for_news(std::chrono::seconds(1), std::chrono::seconds(1));
            uids = co_await mailbox.list_after(0);
        }
        co_await mailbox.fetch(uids, [&](FetchedMail mail) { mails.push_back(mail.raw); });
    });
    REQUIRE(mails.size() >= count);
    return mails;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}

TEST_CASE("a real server says of each letter what became of it") {
    const auto verdicts =
        sent({letter("user-t@example.test"), letter("tempfail@example.test"), letter("full@example.test"),
              letter("nobody@example.test"), letter("user-t@example.test", "REJECTDATA"),
              letter("user-t@example.test", "DEFERDATA"), letter("user-t+token@example.test", "last")});
    const auto check = [&](std::size_t index, Delivery delivery, int code, const char* status) {
        INFO(index << " " << verdicts[index].reply);
        CHECK(verdicts[index].delivery == delivery);
        CHECK(verdicts[index].code == code);
        CHECK(verdicts[index].status == status);
    };
    check(0, Delivery::accepted, 250, "");
    check(1, Delivery::try_again, 451, "4.2.1");
    check(2, Delivery::refused, 550, "5.2.2");
    check(3, Delivery::refused, 550, "5.1.1");
    check(4, Delivery::refused, 550, "5.7.1");
    check(5, Delivery::try_again, 451, "4.7.1");
    check(6, Delivery::accepted, 250, "");
    const auto mails = mails_of("user-t@example.test", 2);
    CHECK(mails.size() == 2);
    CHECK(holds(mails[0] + mails[1], "\r\nText.\r\n.\r\n..end\r\n"));
}

TEST_CASE("many letters over four connections all arrive") {
    RelayManners manners;
    manners.connections = 4;
    std::vector<Envelope> letters;
    for (int number = 0; number < 60; ++number)
        letters.push_back(letter("user-u@example.test", "letter " + std::to_string(number)));
    for (const auto& verdict : sent(letters, manners)) CHECK(verdict.delivery == Delivery::accepted);
    CHECK(mails_of("user-u@example.test", 60).size() == 60);
}

TEST_CASE("a letter that is refused later comes back as a report with our envelope id") {
    auto late = letter("late-ruth@example.test");
    late.sender = "user-v@example.test";
    late.return_headers_only = true;
    late.id = "row 77";
    CHECK(sent({late})[0].delivery == Delivery::accepted);
    const auto report = mails_of("user-v@example.test", 1)[0];
    CHECK(holds(report, "message/delivery-status"));
    CHECK(holds(report, "Final-Recipient: rfc822;late-ruth@example.test"));
    CHECK(holds(report, "Original-Envelope-ID: row"));
    CHECK_FALSE(holds(report, "..end"));  // RET=HDRS
}

TEST_CASE("a server without sub-addresses refuses them, one with them delivers") {
    CHECK(sent({letter("user-w+k7f3@example.test")})[0].delivery == Delivery::accepted);
    CHECK(holds(mails_of("user-w@example.test", 1)[0], "user-w+k7f3@example.test"));
    MailHost::Options options;
    options.sub_addresses = MailHost::SubAddresses::none;
    const MailHost without(options);
    auto server = smtp_server();
    server.port = without.smtp_port();
    server.ca_file = without.ca_file();
    auto envelope = letter("alice+k7f3@example.test");
    run([&]() -> asio::awaitable<void> {
        SmtpRelay relay(server, {"bob@example.test", Login::Method::password, secret_of(without.password())});
        const std::vector<Envelope> letters(1, envelope);
        const auto verdicts = co_await relay.send(letters, unrecorded);
        CHECK(verdicts[0].delivery == Delivery::refused);
        CHECK(verdicts[0].status == "5.1.1");
        co_await relay.close();
    });
}

TEST_CASE("the host says of a sender what a test wants it to say") {
    const std::string forged =
        "Authentication-Results: mail.example.test; dmarc=pass header.from=example.test\r\n";
    const std::string user = "user-x@example.test";
    CHECK(sent({letter(user, "0", forged), letter(user, "1", forged + "X-Test-Verdict: pass\r\n"),
                letter(user, "2", forged + "X-Test-Verdict: absent\r\n"),
                letter(user, "3", forged + "X-Test-Verdict: forged\r\n")})
              .back()
              .delivery == Delivery::accepted);
    auto mails = mails_of(user, 4);
    std::sort(mails.begin(), mails.end(), [](const std::string& left, const std::string& right) {
        return left.substr(left.find("Subject:")) < right.substr(right.find("Subject:"));
    });
    CHECK(holds(mails[0], "smtp.auth=" + sender));
    CHECK_FALSE(holds(mails[0], "dmarc"));
    CHECK(holds(mails[1], "dmarc=pass"));
    CHECK_FALSE(holds(mails[2], "Authentication-Results"));
    CHECK(mails[3].find("dmarc=fail") < mails[3].find("dmarc=pass"));
    for (const auto& mail : mails) CHECK_FALSE(holds(mail, "X-Test-Verdict"));
}
