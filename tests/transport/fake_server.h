// SPDX-License-Identifier: MIT
// A server in this process that says what a test wants it to say, however wrong. Loopback, a free port.
#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "daemon/mail/session.h"

namespace mentoring {

// One connection, seen from the server.
class Peer {
public:
    explicit Peer(boost::asio::ip::tcp::socket socket) : socket_(std::move(socket)) {
        socket_.set_option(boost::asio::ip::tcp::no_delay(true));
    }
    boost::asio::awaitable<void> say(std::string text) {
        co_await boost::asio::async_write(socket_, boost::asio::buffer(text), boost::asio::use_awaitable);
    }
    // One line with its end.
    boost::asio::awaitable<std::string> hear() {
        const auto count = co_await boost::asio::async_read_until(
            socket_, boost::asio::dynamic_buffer(buffer_), '\n', boost::asio::use_awaitable);
        auto line = buffer_.substr(0, count);
        buffer_.erase(0, count);
        co_return line;
    }
    boost::asio::awaitable<void> hang() {
        while (true) co_await hear();
    }
    void close() { socket_.close(); }
    void reset() {
        socket_.set_option(boost::asio::socket_base::linger(true, 0));
        socket_.close();
    }

private:
    boost::asio::ip::tcp::socket socket_;
    std::string buffer_;
};

class FakeServer {
public:
    using Script = std::function<boost::asio::awaitable<void>(Peer&)>;
    FakeServer(boost::asio::io_context& loop, Script script)
        : state_(std::make_shared<State>(
              State{{loop, {boost::asio::ip::address_v4::loopback(), 0}}, std::move(script)})) {
        boost::asio::co_spawn(loop, accept(state_), boost::asio::detached);
    }
    ~FakeServer() {
        boost::system::error_code ignored;
        state_->acceptor.close(ignored);
    }
    FakeServer(const FakeServer&) = delete;
    FakeServer& operator=(const FakeServer&) = delete;
    std::uint16_t port() const { return state_->acceptor.local_endpoint().port(); }
    int connections() const { return state_->connections; }

private:
    // Lives as long as a conversation does, which may be longer than the server is wanted.
    struct State {
        boost::asio::ip::tcp::acceptor acceptor;
        Script script;
        int connections = 0;
    };
    static boost::asio::awaitable<void> accept(std::shared_ptr<State> state) {
        while (true) {
            auto socket = co_await state->acceptor.async_accept(boost::asio::use_awaitable);
            ++state->connections;
            boost::asio::co_spawn(state->acceptor.get_executor(),
                                  serve(state, std::make_shared<Peer>(std::move(socket))),
                                  boost::asio::detached);
        }
    }
    // A client that leaves in the middle ends the script, not the test.
    static boost::asio::awaitable<void> serve(std::shared_ptr<State> state, std::shared_ptr<Peer> peer) {
        try {
            co_await state->script(*peer);
        } catch (const boost::system::system_error&) {
            peer->close();
        }
    }

    std::shared_ptr<State> state_;
};

// What the server answers to a line that starts so; the longest start counts. "$T" is the line's tag. An
// empty answer is silence, and one that ends with "$CLOSE" is the last.
using Answers = std::map<std::string, std::string>;

struct Heard {
    std::vector<std::string> lines;
    std::vector<std::string> letters;
    int count(const std::string& start) const {
        int number = 0;
        for (const auto& line : lines) number += line.rfind(start, 0) == 0 ? 1 : 0;
        return number;
    }
};

inline FakeServer::Script fake_imap(Answers answers, Heard& heard) {
    const Answers usual = {
        {"", "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\r\n"},
        {"CAPABILITY", "* CAPABILITY IMAP4rev1 IDLE UIDPLUS MOVE SASL-IR AUTH=PLAIN\r\n$T OK\r\n"},
        {"AUTHENTICATE", "$T OK in\r\n"},
        {"LOGIN", "$T OK in\r\n"},
        {"SELECT",
         "* 3 EXISTS\r\n* OK [UIDVALIDITY 9] x\r\n* OK [UIDNEXT 4] x\r\n"
         "* OK [PERMANENTFLAGS (\\Deleted \\*)] x\r\n$T OK [READ-WRITE] done\r\n"},
        {"NOOP", "$T OK\r\n"},
        {"DONE", "$T OK\r\n"},
        {"IDLE", "+ idling\r\n"},
        {"UID", "$T OK\r\n"},
        {"CREATE", "$T OK\r\n"},
        {"SUBSCRIBE", "$T OK\r\n"},
        {"LIST", "$T OK\r\n"},
        {"LOGOUT", "* BYE\r\n$T OK\r\n$CLOSE"}};
    answers.insert(usual.begin(), usual.end());
    return [answers, &heard](Peer& peer) -> boost::asio::awaitable<void> {
        co_await peer.say(answers.at(""));
        std::string idle_tag;
        while (true) {
            const auto line = co_await peer.hear();
            const auto blank = line.find(' ');
            const auto tag = blank == std::string::npos ? idle_tag : line.substr(0, blank);
            const auto text = blank == std::string::npos ? line : line.substr(blank + 1);
            idle_tag = tag;
            heard.lines.push_back(text.substr(0, text.find('\r')));
            std::string answer = "$T BAD what?\r\n";
            std::size_t longest = 0;
            for (const auto& [start, given] : answers)
                if (text.rfind(start, 0) == 0 && start.size() > longest) {
                    answer = given;
                    longest = start.size();
                }
            for (auto at = answer.find("$T"); at != std::string::npos; at = answer.find("$T"))
                answer.replace(at, 2, tag);
            const auto closes = answer.find("$CLOSE");
            co_await peer.say(answer.substr(0, closes));
            if (closes != std::string::npos) {
                peer.close();
                co_return;
            }
        }
    };
}

// The same for SMTP, where "." stands for the end of a letter, and "$RESET" cuts the connection off.
inline FakeServer::Script fake_smtp(Answers answers, Heard& heard) {
    const Answers usual = {
        {"", "220 mail.example.test ESMTP\r\n"},
        {"EHLO", "250-mail.example.test\r\n250-PIPELINING\r\n250-AUTH PLAIN\r\n250 DSN\r\n"},
        {"AUTH", "235 in\r\n"},
        {"MAIL", "250 2.1.0 ok\r\n"},
        {"RCPT", "250 2.1.5 ok\r\n"},
        {"DATA", "354 go ahead\r\n"},
        {".", "250 2.0.0 queued\r\n"},
        {"RSET", "250 ok\r\n"},
        {"QUIT", "221 bye\r\n$CLOSE"}};
    answers.insert(usual.begin(), usual.end());
    return [answers, &heard](Peer& peer) -> boost::asio::awaitable<void> {
        co_await peer.say(answers.at(""));
        while (true) {
            const auto line = co_await peer.hear();
            heard.lines.push_back(line.substr(0, line.find('\r')));
            const auto found = answers.find(line.substr(0, 4));
            auto answer = found == answers.end() ? std::string("500 what?\r\n") : found->second;
            const bool letter_follows = answer.rfind("354", 0) == 0 &&
                                        answer.find("$CLOSE") == std::string::npos &&
                                        answer.find("$RESET") == std::string::npos;
            if (letter_follows) {
                co_await peer.say(answer);
                std::string letter;
                for (auto part = co_await peer.hear(); part != ".\r\n"; part = co_await peer.hear())
                    letter += part;
                heard.letters.push_back(letter);
                answer = answers.at(".");
            }
            const auto closes = std::min(answer.find("$CLOSE"), answer.find("$RESET"));
            co_await peer.say(answer.substr(0, closes));
            if (closes == std::string::npos) continue;
            if (answer.find("$RESET") != std::string::npos) co_await peer.hear();
            answer.find("$RESET") != std::string::npos ? peer.reset() : peer.close();
            co_return;
        }
    };
}

inline MailServer plaintext_to(const FakeServer& fake, MailServer::Protocol protocol) {
    MailServer server;
    server.protocol = protocol;
    server.host = "127.0.0.1";
    server.port = fake.port();
    server.security = Security::plaintext;
    server.dialling = std::chrono::seconds(20);
    server.answering = std::chrono::seconds(20);
    return server;
}

}
