// SPDX-License-Identifier: MIT
// The conversation with one IMAP server: commands out, their answers and everything untagged in. Internal to
// ImapMailbox. After an exception the conversation is over.
#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <memory>
#include <set>
#include <string>

#include "daemon/mail/imap_reader.h"
#include "daemon/mail/session.h"
#include "daemon/outside.h"

namespace mentoring {

class ImapTalk {
public:
    using Untagged = std::function<void(ImapResponse&)>;

    static boost::asio::awaitable<std::unique_ptr<ImapTalk>> begin(MailServer server, Login login);

    // One command and its final answer, whatever that is; `untagged` sees what comes before it.
    boost::asio::awaitable<ImapStatus> command(std::string text, Untagged untagged = {});
    // The same; NO and BAD are failures: permanent, unless the server says that it is a passing trouble.
    boost::asio::awaitable<ImapStatus> require(std::string text, Untagged untagged = {});

    // Several commands under way: send() gives the tag, next() each response, tagged ones too.
    boost::asio::awaitable<std::string> send(std::string text);
    boost::asio::awaitable<ImapResponse> next();

    // IDLE for that long, until there is news or wake(); false where the server refuses it.
    boost::asio::awaitable<bool> idle(std::chrono::milliseconds span);
    void wake();

    bool can(const std::string& capability) const { return capabilities_.count(capability) != 0; }
    void allow(std::chrono::milliseconds span) { session_->allow(span); }
    void allow_literals(std::size_t octets) { reader_.allow_literals(octets); }
    [[noreturn]] void fail(const std::string& what,
                           OutsideFailure::Kind kind = OutsideFailure::Kind::transient) const;

    // Of the selected folder, kept up to date by what comes untagged.
    std::uint32_t mails() const { return mails_; }
    bool take_news() { return std::exchange(news_, false); }

private:
    ImapTalk(MailServer server, std::unique_ptr<Session> session)
        : server_(std::move(server)), session_(std::move(session)) {}
    boost::asio::awaitable<std::optional<ImapResponse>> next_or_nothing();
    void note(const ImapResponse& response);

    MailServer server_;
    std::unique_ptr<Session> session_;
    ImapReader reader_;
    std::set<std::string> capabilities_;
    unsigned commands_ = 0;
    std::uint32_t mails_ = 0;
    bool news_ = false;
    bool idling_ = false;
};

}
