// SPDX-License-Identifier: MIT
#include "tests/whole/people_mail.h"

#include <stdexcept>

namespace mentoring {

Login PeopleMail::login(const std::string& address) const {
    const auto password = host_.password();
    return {address, Login::Method::password,
            [password]() -> boost::asio::awaitable<std::string> { co_return password; }};
}

MailServer PeopleMail::server(MailServer::Protocol protocol) const {
    MailServer server;
    server.protocol = protocol;
    server.host = "127.0.0.1";
    server.port = protocol == MailServer::Protocol::imap ? host_.imap_port() : host_.smtp_port();
    server.security = Security::plaintext;
    return server;
}

Mailbox& PeopleMail::mailbox(const std::string& address) {
    auto& mailbox = mailboxes_[address];
    if (!mailbox) mailbox = std::make_unique<ImapMailbox>(server(MailServer::Protocol::imap), login(address));
    return *mailbox;
}

void PeopleMail::send(const std::string& from, const std::string& to, const std::string& bytes) {
    auto& relay = relays_[from];
    if (!relay) relay = std::make_unique<SmtpRelay>(server(MailServer::Protocol::smtp), login(from));
    const auto verdicts =
        finish(relay->send({{"mail", from, to, bytes, false}}, [](const std::vector<std::string>&) {}));
    if (verdicts.front().delivery != Delivery::accepted)
        throw std::runtime_error("mail from " + from + " to " + to +
                                 " was not taken: " + verdicts.front().reply);
}

std::uint32_t PeopleMail::next_uid(const std::string& address, const std::string& folder) {
    return finish(mailbox(address).open(folder)).uid_next;
}

std::vector<std::string> PeopleMail::news(const std::string& address, const std::string& folder) {
    auto& box = mailbox(address);
    auto& seen = read_[address + "/" + folder];
    finish(box.open(folder));
    const auto uids = finish(box.list_after(seen));
    std::vector<std::string> mails;
    if (uids.empty()) return mails;
    finish(box.fetch(uids, [&](FetchedMail mail) { mails.push_back(std::move(mail.raw)); }));
    seen = uids.back();
    return mails;
}

}
