// SPDX-License-Identifier: MIT
// What becomes of a letter when the server refuses, breaks off or says what it should not.
#include <utility>

#include <boost/asio/steady_timer.hpp>
#include <catch2/catch.hpp>

#include "daemon/mail/smtp_relay.h"
#include "tests/transport/fake_server.h"
#include "tests/transport/run.h"
#include "tests/transport/shared_host.h"

using namespace mentoring;
namespace asio = boost::asio;

namespace {

struct Sent {
    std::vector<SendVerdict> verdicts;
    std::vector<std::string> recorded;  // the ids, a call a word group
    int connections = 0;
    Heard heard;
};

std::vector<Envelope> letters(int count) {
    std::vector<Envelope> result;
    for (int number = 1; number <= count; ++number)
        result.push_back({"id" + std::to_string(number), "manager@example.test", "ruth@example.test",
                          "Subject: x\r\n\r\n.hello\r\n", false});
    return result;
}

Sent sent(Answers answers, int count = 1, RelayManners manners = {}) {
    asio::io_context loop;
    Sent result;
    FakeServer fake(loop, fake_smtp(std::move(answers), result.heard));
    auto server = plaintext_to(fake, MailServer::Protocol::smtp);
    server.answering = std::chrono::seconds(2);
    if (manners.verdict == verdict_patience) manners.verdict = std::chrono::milliseconds(300);
    SmtpRelay relay(server, {"bob", Login::Method::password, secret_of("secret")}, manners);
    const auto all = letters(count);
    const BeforeDot record = [&](const std::vector<std::string>& ids) {
        std::string group;
        for (const auto& id : ids) group += id + " ";
        result.recorded.push_back(group);
        CHECK(result.heard.letters.size() < all.size());
    };
    run(loop, [&]() -> asio::awaitable<void> {
        result.verdicts = co_await relay.send(all, record);
        co_await relay.close();
    });
    result.connections = fake.connections();
    return result;
}

SendVerdict verdict(Answers answers) {
    return sent(std::move(answers)).verdicts.at(0);
}

}

TEST_CASE("a letter is accepted, stuffed, and its sending recorded before") {
    const auto result = sent({});
    CHECK(result.verdicts[0].delivery == Delivery::accepted);
    CHECK(result.verdicts[0].status == "2.0.0");
    CHECK(result.recorded == std::vector<std::string>{"id1 "});
    CHECK(result.heard.letters == std::vector<std::string>{"Subject: x\r\n\r\n..hello\r\n"});
    CHECK(result.heard.count("MAIL FROM:<manager@example.test> ENVID=id1") == 1);
    CHECK(result.heard.lines.back() == "QUIT");
}

TEST_CASE("whatever the server does, the verdict says what is known of the letter") {
    const auto check = [](const char* what, Answers answers, Delivery delivery, int code) {
        INFO(what);
        const auto got = verdict(std::move(answers));
        INFO(got.reply);
        CHECK(got.delivery == delivery);
        CHECK(got.code == code);
    };
    check("refuses the sender", {{"MAIL", "550 5.7.1 no\r\n"}, {"RCPT", "503 x\r\n"}, {"DATA", "503 x\r\n"}},
          Delivery::refused, 550);
    check("refuses the recipient", {{"RCPT", "550 5.1.1 no such\r\n"}, {"DATA", "554 none\r\n"}},
          Delivery::refused, 550);
    check("wants the recipient later", {{"RCPT", "451 4.2.1 later\r\n"}, {"DATA", "554 none\r\n"}},
          Delivery::try_again, 451);
    check("goes ahead without a recipient", {{"RCPT", "550 no such\r\n"}}, Delivery::refused, 550);
    check("refuses DATA", {{"DATA", "554 5.5.0 no\r\n"}}, Delivery::refused, 554);
    check("closes at MAIL", {{"MAIL", "$CLOSE"}}, Delivery::before_dot, 0);
    check("closes at DATA", {{"DATA", "$CLOSE"}}, Delivery::before_dot, 0);
    check("is silent at RCPT", {{"RCPT", ""}}, Delivery::before_dot, 0);
    check("says 421 at MAIL", {{"MAIL", "421 4.3.2 closing\r\n$CLOSE"}}, Delivery::try_again, 421);
    check("says 250 at DATA", {{"DATA", "250 ok\r\n"}}, Delivery::before_dot, 0);
    check("talks nonsense at RCPT", {{"RCPT", "hello\r\n"}}, Delivery::before_dot, 0);
    check("says one reply too many", {{"DATA", "354 go\r\n250 queued\r\n"}}, Delivery::before_dot, 0);
    check("reads the dot and closes", {{".", "$CLOSE"}}, Delivery::unknown, 0);
    check("reads the dot and hangs", {{".", ""}}, Delivery::unknown, 0);
    check("talks nonsense after the dot", {{".", "hello\r\n"}}, Delivery::unknown, 0);
    check("says 354 after the dot", {{".", "354 more\r\n"}}, Delivery::unknown, 354);
    check("says half a reply after the dot", {{".", "250-queued\r\n$CLOSE"}}, Delivery::unknown, 0);
    check("says 421 after the dot", {{".", "421 4.3.2 closing\r\n$CLOSE"}}, Delivery::try_again, 421);
    check("defers after the dot", {{".", "451 4.7.1 later\r\n"}}, Delivery::try_again, 451);
    check("refuses after the dot", {{".", "550 5.7.1 content\r\n"}}, Delivery::refused, 550);
    check("accepts and closes", {{".", "250 2.0.0 queued\r\n$CLOSE"}}, Delivery::accepted, 250);
}

TEST_CASE("a connection that is reset in the middle of a letter is before the dot") {
    asio::io_context loop;
    Heard heard;
    FakeServer fake(loop, fake_smtp({{"DATA", "354 go\r\n$RESET"}}, heard));
    SmtpRelay relay(plaintext_to(fake, MailServer::Protocol::smtp),
                    {"bob", Login::Method::password, secret_of("secret")});
    auto all = letters(1);
    while (all[0].bytes.size() < 8'000'000) all[0].bytes += std::string(76, 'x') + "\r\n";
    run(loop, [&]() -> asio::awaitable<void> {
        const auto verdicts = co_await relay.send(all, [](const std::vector<std::string>&) {});
        CHECK(verdicts[0].delivery == Delivery::before_dot);
    });
}

TEST_CASE("after a refused letter the next goes over the same connection") {
    const auto result = sent({{"RCPT", "550 5.1.1 no such\r\n"}, {"DATA", "554 none\r\n"}}, 3);
    CHECK(result.connections == 1);
    CHECK(result.heard.count("RSET") == 3);
    CHECK(result.recorded.empty());
    for (const auto& one : result.verdicts) CHECK(one.delivery == Delivery::refused);
}

TEST_CASE("after a lost connection the next letter dials anew") {
    const auto result = sent({{".", "$CLOSE"}}, 3);
    CHECK(result.connections == 3);
    for (const auto& one : result.verdicts) CHECK(one.delivery == Delivery::unknown);
}

TEST_CASE("a refusal stands even if the server goes away after it") {
    const auto result =
        sent({{"RCPT", "550 5.1.1 no such\r\n"}, {"DATA", "554 none\r\n"}, {"RSET", "$CLOSE"}});
    CHECK(result.verdicts[0].delivery == Delivery::refused);
}

TEST_CASE("a server without pipelining is talked to step by step") {
    const auto result = sent({{"EHLO", "250-x\r\n250 AUTH PLAIN\r\n"}, {"RCPT", "550 no\r\n"}}, 2);
    CHECK(result.heard.count("DATA") == 0);
    CHECK(result.heard.count("RSET") == 2);
    CHECK(sent({{"EHLO", "250-x\r\n250 AUTH PLAIN\r\n"}}, 2).heard.letters.size() == 2);
}

TEST_CASE("a connection carries a hundred letters and then takes leave") {
    const auto result = sent({}, 250);
    CHECK(result.connections == 3);
    CHECK(result.heard.count("QUIT") == 3);
    for (const auto& one : result.verdicts) CHECK(one.delivery == Delivery::accepted);
}

TEST_CASE("several connections share the letters and the recording") {
    RelayManners manners;
    manners.connections = 4;
    const auto result = sent({}, 40, manners);
    CHECK(result.connections == 4);
    CHECK(result.heard.letters.size() == 40);
    CHECK(result.recorded.size() <= 40);
    for (const auto& one : result.verdicts) CHECK(one.delivery == Delivery::accepted);
}

TEST_CASE("a letter whose sending cannot be recorded does not go out") {
    asio::io_context loop;
    Heard heard;
    FakeServer fake(loop, fake_smtp({}, heard));
    SmtpRelay relay(plaintext_to(fake, MailServer::Protocol::smtp),
                    {"bob", Login::Method::password, secret_of("secret")});
    run(loop, [&]() -> asio::awaitable<void> {
        const auto all = letters(2);
        const auto verdicts = co_await relay.send(
            all, [](const std::vector<std::string>&) { throw std::runtime_error("disk full"); });
        CHECK(verdicts[0].delivery == Delivery::before_dot);
        CHECK(verdicts[1].delivery == Delivery::before_dot);
        co_await relay.close();
    });
    CHECK(heard.letters.empty());
}

TEST_CASE("a connection is used again by the next call, and a stale one is replaced unseen") {
    asio::io_context loop;
    Heard heard;
    FakeServer fake(loop, fake_smtp({}, heard));
    Heard heard_stale;
    FakeServer closing(loop, fake_smtp({{".", "250 queued\r\n$CLOSE"}}, heard_stale));
    const Login login{"bob", Login::Method::password, secret_of("secret")};
    const BeforeDot record = [](const std::vector<std::string>&) {};
    const auto all = letters(1);
    run(loop, [&]() -> asio::awaitable<void> {
        SmtpRelay relay(plaintext_to(fake, MailServer::Protocol::smtp), login);
        SmtpRelay stale(plaintext_to(closing, MailServer::Protocol::smtp), login);
        for (int call = 0; call < 3; ++call) {
            const auto kept = co_await relay.send(all, record);
            CHECK(kept.at(0).delivery == Delivery::accepted);
            const auto renewed = co_await stale.send(all, record);
            CHECK(renewed.at(0).delivery == Delivery::accepted);
        }
    });
    CHECK(fake.connections() == 1);
    CHECK(closing.connections() == 3);
}

TEST_CASE("an unused connection takes leave by itself") {
    asio::io_context loop;
    Heard heard;
    FakeServer fake(loop, fake_smtp({}, heard));
    RelayManners manners;
    manners.idle = std::chrono::milliseconds(20);
    SmtpRelay relay(plaintext_to(fake, MailServer::Protocol::smtp),
                    {"bob", Login::Method::password, secret_of("secret")}, manners);
    run(loop, [&]() -> asio::awaitable<void> {
        const auto all = letters(1);
        co_await relay.send(all, [](const std::vector<std::string>&) {});
        asio::steady_timer timer(loop);
        for (int turn = 0; turn < 500 && heard.lines.back() != "QUIT"; ++turn) {
            timer.expires_after(std::chrono::milliseconds(10));
            co_await timer.async_wait(asio::use_awaitable);
        }
    });
    CHECK(heard.lines.back() == "QUIT");
}

TEST_CASE("a server that is not there is a verdict, a refused login is a failure") {
    asio::io_context loop;
    Heard heard;
    MailServer nobody;
    {
        FakeServer gone(loop, fake_smtp({}, heard));
        nobody = plaintext_to(gone, MailServer::Protocol::smtp);
    }
    const Login login{"bob", Login::Method::password, secret_of("secret")};
    const BeforeDot record = [](const std::vector<std::string>&) { FAIL("nothing is sent"); };
    const auto all = letters(3);
    run(loop, [&]() -> asio::awaitable<void> {
        SmtpRelay relay(nobody, login);
        const auto verdicts = co_await relay.send(all, record);
        REQUIRE(verdicts.size() == 3);
        for (const auto& one : verdicts) {
            CHECK(one.delivery == Delivery::before_dot);
            CHECK_FALSE(one.reply.empty());
        }
    });
    FakeServer strict(loop, fake_smtp({{"AUTH", "535 5.7.8 wrong\r\n"}}, heard));
    SmtpRelay relay(plaintext_to(strict, MailServer::Protocol::smtp), login);
    CHECK_THROWS_AS(run(loop, [&]() -> asio::awaitable<void> { co_await relay.send(all, record); }),
                    OutsideFailure);
}
