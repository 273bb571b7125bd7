// SPDX-License-Identifier: MIT
// The conversation with one SMTP server over one connection, letter by letter. Internal to SmtpRelay.
#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <memory>
#include <string>

#include "daemon/mail/session.h"
#include "daemon/mail/smtp_letter.h"

namespace mentoring {

class SmtpTalk {
public:
    // Asked before a letter's dot goes out; false: it must not.
    using MayEnd = std::function<boost::asio::awaitable<bool>(const std::string& id)>;

    static boost::asio::awaitable<std::unique_ptr<SmtpTalk>> begin(MailServer server, Login login);

    // Never throws OutsideFailure: trouble is the verdict, and afterwards this is no longer usable.
    boost::asio::awaitable<SendVerdict> deliver(const Envelope& letter, const MayEnd& may_end,
                                                std::chrono::milliseconds verdict_patience);
    bool usable() const { return usable_; }
    std::size_t letters() const { return letters_; }
    boost::asio::awaitable<void> quit();

private:
    SmtpTalk(MailServer server, std::unique_ptr<Session> session)
        : server_(std::move(server)), session_(std::move(session)) {}
    boost::asio::awaitable<void> say(std::string_view octets);
    boost::asio::awaitable<SmtpReply> reply();
    boost::asio::awaitable<void> greet();
    boost::asio::awaitable<SmtpReply> envelope(const Envelope& letter);
    boost::asio::awaitable<void> abandon(int data_code);
    boost::asio::awaitable<SendVerdict> content(const Envelope& letter, const MayEnd& may_end,
                                                std::chrono::milliseconds verdict_patience);
    [[noreturn]] void fail(const std::string& what);

    MailServer server_;
    std::unique_ptr<Session> session_;
    SmtpReader reader_;
    SmtpExtensions extensions_;
    std::size_t letters_ = 0;
    bool usable_ = true;
};

}
