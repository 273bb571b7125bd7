// SPDX-License-Identifier: MIT
#include "daemon/mail/session.h"

#include <catch2/catch.hpp>

#include "daemon/outside.h"
#include "tests/transport/fake_server.h"
#include "tests/transport/run.h"
#include "tests/transport/shared_host.h"

using namespace mentoring;
namespace asio = boost::asio;
using Kind = OutsideFailure::Kind;

namespace {

const std::string user = "bob@example.test";

// What the server says to a NOOP after the dial.
std::string spoken(MailServer server, Login login) {
    std::string answer;
    run([&]() -> asio::awaitable<void> {
        const auto session = co_await Session::dial(server, login);
        co_await session->write(server.protocol == MailServer::Protocol::imap ? "x NOOP\r\n" : "NOOP\r\n");
        answer = co_await session->read();
    });
    return answer;
}

Kind refusal(asio::io_context& loop, MailServer server, Login login) {
    try {
        run(loop, [&]() -> asio::awaitable<void> { co_await Session::dial(server, login); });
    } catch (const OutsideFailure& failure) {
        INFO(failure.what());
        CHECK(std::string(failure.what()).find("hush") == std::string::npos);
        return failure.kind();
    }
    FAIL("dialled");
    return Kind::transient;
}

Kind refusal(MailServer server, Login login) {
    asio::io_context loop;
    return refusal(loop, std::move(server), std::move(login));
}

struct Failed {
    Kind kind;
    bool password_sent;
};

// A fake server that says `greeting` and then these, a line after each line of ours.
Failed failed(std::string greeting, std::vector<std::string> answers, Security security) {
    asio::io_context loop;
    bool password_sent = false;
    FakeServer fake(loop, [&](Peer& peer) -> asio::awaitable<void> {
        co_await peer.say(greeting);
        for (const auto& answer : answers) {
            const auto line = co_await peer.hear();
            password_sent = password_sent || line.find("AUTHENTICATE") != std::string::npos ||
                            line.find("LOGIN") != std::string::npos;
            co_await peer.say(answer);
        }
        co_await peer.hang();
    });
    auto server = plaintext_to(fake, MailServer::Protocol::imap);
    server.security = security;
    server.dialling = std::chrono::milliseconds(500);
    const auto kind = refusal(loop, server, {user, Login::Method::password, secret_of("hush")});
    return {kind, password_sent};
}

}

TEST_CASE("a session is dialled with each kind of security and login") {
    const auto password = login_of(user);
    const Login token{user, Login::Method::bearer, secret_of(shared_host().token(user))};
    for (const auto& login : {password, token}) {
        CHECK(spoken(imap_server(Security::tls), login).rfind("x OK", 0) == 0);
        CHECK(spoken(imap_server(Security::starttls), login).rfind("x OK", 0) == 0);
        CHECK(spoken(smtp_server(Security::tls), login).rfind("250 ", 0) == 0);
        CHECK(spoken(smtp_server(Security::starttls), login).rfind("250 ", 0) == 0);
    }
    CHECK(spoken(imap_server(Security::plaintext), password).rfind("x OK", 0) == 0);
}

TEST_CASE("a refused login and a wrong certificate cannot be mended by trying again") {
    const Login wrong{user, Login::Method::password, secret_of("hush")};
    CHECK(refusal(imap_server(), wrong) == Kind::permanent);
    CHECK(refusal(smtp_server(), wrong) == Kind::permanent);
    const Login stale{user, Login::Method::bearer, secret_of("hush.hush.hush")};
    CHECK(refusal(imap_server(), stale) == Kind::permanent);
    CHECK(refusal(smtp_server(), stale) == Kind::permanent);
    auto unknown_to_the_system = imap_server();
    unknown_to_the_system.ca_file.clear();
    CHECK(refusal(unknown_to_the_system, login_of(user)) == Kind::permanent);
    auto another_name = imap_server();
    another_name.host = "127.0.0.2";
    CHECK_THROWS_AS(spoken(another_name, login_of(user)), OutsideFailure);
    auto no_ca = smtp_server();
    no_ca.ca_file = "/no/such/file";
    CHECK(refusal(no_ca, login_of(user)) == Kind::permanent);
}

TEST_CASE("a server that is not there may come back") {
    asio::io_context loop;
    MailServer server;
    {
        Heard heard;
        FakeServer gone(loop, fake_imap({}, heard));
        server = plaintext_to(gone, MailServer::Protocol::imap);
    }
    CHECK(refusal(server, login_of(user)) == Kind::transient);
}

TEST_CASE("plaintext goes to loopback only") {
    auto server = imap_server(Security::plaintext);
    server.host = "192.0.2.1";  // documentation only (RFC 5737); the socket is never opened
    CHECK(refusal(server, login_of(user)) == Kind::transient);
}

TEST_CASE("a host name that could be something else is none") {
    auto server = imap_server();
    for (const char* host : {"", "localhost/x", "a@localhost", "local host", "localhost\r\n"}) {
        server.host = host;
        CHECK(refusal(server, login_of(user)) == Kind::permanent);
    }
}

TEST_CASE("no password is sent where STARTTLS is missing, refused or tampered with") {
    const std::string greeting = "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hi\r\n";
    const std::string offered = "* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN\r\nA001 OK\r\n";
    const auto check = [](const Failed& failed) { CHECK_FALSE(failed.password_sent); };
    check(failed(greeting, {"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nA001 OK\r\n"}, Security::starttls));
    check(failed(greeting, {offered, "A002 NO not now\r\n"}, Security::starttls));
    check(failed(greeting, {offered, "A002 OK go\r\n* OK injected\r\nA003 OK in\r\n"}, Security::starttls));
    check(failed("* PREAUTH you are root\r\n", {offered}, Security::starttls));
    CHECK(failed("* PREAUTH you are root\r\n", {offered}, Security::starttls).kind == Kind::permanent);
    CHECK(failed(greeting, {"* CAPABILITY IMAP4rev1\r\nA001 OK\r\n"}, Security::starttls).kind ==
          Kind::permanent);
}

TEST_CASE("to be logged in unasked over plaintext is refused") {
    CHECK(failed("* PREAUTH you are root\r\n", {"* CAPABILITY IMAP4rev1\r\nA001 OK\r\n"}, Security::plaintext)
              .kind == Kind::permanent);
}

TEST_CASE("a server that says goodbye, says nonsense or says nothing is given up") {
    CHECK(failed("* BYE busy\r\n", {}, Security::plaintext).kind == Kind::transient);
    CHECK(failed("", {}, Security::plaintext).kind == Kind::transient);
    CHECK(failed("* OK hi\r\n", {}, Security::plaintext).kind == Kind::transient);
    CHECK(failed(std::string(200'000, 'x'), {}, Security::plaintext).kind == Kind::transient);
    CHECK(failed("* OK hi\r\n", {}, Security::tls).kind == Kind::transient);
}

TEST_CASE("a login that is refused for now is tried again") {
    const auto kind = [](const char* refusal) {
        return failed("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi\r\n",
                      {"* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\nA001 OK\r\n", refusal},
                      Security::plaintext)
            .kind;
    };
    CHECK(kind("A002 NO [UNAVAILABLE] the directory is away\r\n") == Kind::transient);
    CHECK(kind("A002 NO [AUTHENTICATIONFAILED] wrong\r\n") == Kind::permanent);
}

TEST_CASE("an SMTP login that is refused for now is tried again") {
    const auto kind = [](const char* refused) {
        asio::io_context loop;
        Heard heard;
        FakeServer fake(loop, fake_smtp({{"AUTH", refused}}, heard));
        return refusal(loop, plaintext_to(fake, MailServer::Protocol::smtp), login_of(user));
    };
    CHECK(kind("454 4.7.0 the directory is away\r\n") == Kind::transient);
    CHECK(kind("535 5.7.8 wrong\r\n") == Kind::permanent);
}

TEST_CASE("a read ends with nothing when its time is over or somebody wakes it") {
    asio::io_context loop;
    Heard heard;
    FakeServer fake(loop, fake_imap({}, heard));
    run(loop, [&]() -> asio::awaitable<void> {
        const auto session =
            co_await Session::dial(plaintext_to(fake, MailServer::Protocol::imap), login_of(user));
        session->allow(std::chrono::milliseconds(20));
        const auto late = co_await session->read();
        CHECK(late.empty());
        session->allow(std::chrono::seconds(60));
        asio::post(loop, [&] { session->wake(); });
        const auto woken = co_await session->read();
        CHECK(woken.empty());
        co_await session->write("1 NOOP\r\n");
        const auto answer = co_await session->read();
        CHECK(answer == "1 OK\r\n");
    });
}
