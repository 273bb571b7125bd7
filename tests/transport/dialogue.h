// SPDX-License-Identifier: MIT
// A plain, blocking conversation with a server on loopback: another mail program beside ours.
#pragma once

#include <utility>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <stdexcept>
#include <string>

#include "tests/servers/mail_host.h"

namespace mentoring {

class Dialogue {
public:
    explicit Dialogue(std::uint16_t port) : socket_(loop_) {
        socket_.connect({boost::asio::ip::address_v4::loopback(), port});
        socket_.set_option(boost::asio::ip::tcp::no_delay(true));
    }
    void say(const std::string& text) { boost::asio::write(socket_, boost::asio::buffer(text)); }
    // Everything up to and with the first line that starts with `prefix`.
    std::string hear(const std::string& prefix) {
        std::string all;
        while (true) {
            const auto count = boost::asio::read_until(socket_, boost::asio::dynamic_buffer(buffer_), "\n");
            const auto line = buffer_.substr(0, count);
            buffer_.erase(0, count);
            all += line;
            if (line.compare(0, prefix.size(), prefix) == 0) return all;
        }
    }

private:
    boost::asio::io_context loop_;
    boost::asio::ip::tcp::socket socket_;
    std::string buffer_;
};

// Puts mails into the INBOX of a user, in that order, as a server would that got them from elsewhere.
inline void deliver(const MailHost& host, const std::string& user, const std::vector<std::string>& mails) {
    Dialogue lmtp(host.lmtp_port());
    lmtp.hear("220 ");
    lmtp.say("LHLO test\r\n");
    lmtp.hear("250 ");
    for (const auto& mail : mails) {
        lmtp.say("MAIL FROM:<somebody@example.test>\r\nRCPT TO:<" + user + ">\r\nDATA\r\n");
        lmtp.hear("354 ");
        lmtp.say(mail + "\r\n.\r\n");
        lmtp.hear("250 ");
    }
}

// A second mail program in a user's mailbox, over IMAP without TLS.
class OtherClient : public Dialogue {
public:
    OtherClient(const MailHost& host, const std::string& user) : Dialogue(host.imap_port()) {
        hear("* OK");
        command("LOGIN " + user + " " + host.password());
    }
    std::string command(const std::string& text) {
        say("x " + text + "\r\n");
        auto answer = hear("x ");
        if (answer.rfind("x OK") == std::string::npos) throw std::runtime_error(text + ": " + answer);
        return answer;
    }
};

}
