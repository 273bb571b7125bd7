// SPDX-License-Identifier: MIT
// People at their mail programs: one account each at the play's mail host, sent from over SMTP, read over
// IMAP.
#pragma once

#include <utility>

#include <boost/asio/io_context.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "daemon/mail/imap_mailbox.h"
#include "daemon/mail/smtp_relay.h"
#include "tests/servers/mail_host.h"

namespace mentoring {

class PeopleMail {
public:
    explicit PeopleMail(const MailHost& host) : host_(host) {}

    // Bytes with CRLF, from that account.
    void send(const std::string& from, const std::string& to, const std::string& bytes);
    // Raw mails that came since the last call, oldest first.
    std::vector<std::string> news(const std::string& address, const std::string& folder = "INBOX");
    // All that lies there, headers alone.
    std::vector<MailSummary> lying(const std::string& address, const std::string& folder);
    std::uint32_t next_uid(const std::string& address, const std::string& folder = "INBOX");
    std::vector<std::uint32_t> uids_from(const std::string& address, const std::string& folder,
                                         std::uint32_t from_uid);
    // What lies there from that UID on goes to another folder.
    void move(const std::string& address, const std::string& folder, std::uint32_t from_uid,
              const std::string& to);
    void ensure_folder(const std::string& address, const std::string& folder);
    Mailbox& mailbox(const std::string& address);
    // Runs one coroutine to its end on this thread.
    template <typename Task>
    auto finish(Task task);

private:
    Login login(const std::string& address) const;
    MailServer server(MailServer::Protocol protocol) const;
    template <typename Work>
    auto dialling_again(const std::string& address, const Work& work);

    const MailHost& host_;
    boost::asio::io_context io_{1};
    std::map<std::string, std::unique_ptr<ImapMailbox>> mailboxes_;
    std::map<std::string, std::unique_ptr<SmtpRelay>> relays_;
    std::map<std::string, std::uint32_t> read_;
};

}

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

template <typename Task>
auto mentoring::PeopleMail::finish(Task task) {
    auto future = boost::asio::co_spawn(io_, std::move(task), boost::asio::use_future);
    while (future.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        io_.restart();
        io_.run_one();
    }
    return future.get();
}
