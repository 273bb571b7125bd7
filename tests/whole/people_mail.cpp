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
    const auto once = [&] {
        return finish(relay->send({{"mail", from, to, bytes, false}}, [](const std::vector<std::string>&) {}))
            .front();
    };
    auto verdict = once();
    if (verdict.delivery == Delivery::before_dot) verdict = once();
    if (verdict.delivery != Delivery::accepted)
        throw std::runtime_error("mail from " + from + " to " + to + " was not taken: " + verdict.reply);
}

// A mail program dials again when its server has been away.
template <typename Work>
auto PeopleMail::dialling_again(const std::string& address, const Work& work) {
    try {
        return work(mailbox(address));
    } catch (const OutsideFailure&) {
        mailboxes_.erase(address);
        return work(mailbox(address));
    }
}

std::uint32_t PeopleMail::next_uid(const std::string& address, const std::string& folder) {
    return dialling_again(address, [&](Mailbox& box) { return finish(box.open(folder)).uid_next; });
}

std::vector<MailSummary> PeopleMail::lying(const std::string& address, const std::string& folder) {
    return dialling_again(address, [&](Mailbox& box) {
        finish(box.open(folder));
        return finish(box.summaries(finish(box.list_after(0))));
    });
}

std::vector<std::uint32_t> PeopleMail::uids_from(const std::string& address, const std::string& folder,
                                                 std::uint32_t from_uid) {
    return dialling_again(address, [&](Mailbox& box) {
        finish(box.open(folder));
        return finish(box.list_after(from_uid - 1));
    });
}

void PeopleMail::move(const std::string& address, const std::string& folder, std::uint32_t from_uid,
                      const std::string& to) {
    const auto uids = uids_from(address, folder, from_uid);
    if (!uids.empty()) finish(mailbox(address).move(uids, to));
}

void PeopleMail::ensure_folder(const std::string& address, const std::string& folder) {
    dialling_again(address, [&](Mailbox& box) {
        finish(box.open("INBOX"));
        return finish(box.ensure_folder(folder));
    });
}

std::vector<std::string> PeopleMail::news(const std::string& address, const std::string& folder) {
    return dialling_again(address, [&](Mailbox& box) {
        auto& seen = read_[address + "/" + folder];
        finish(box.open(folder));
        const auto uids = finish(box.list_after(seen));
        std::vector<std::string> mails;
        if (uids.empty()) return mails;
        finish(box.fetch(uids, [&](FetchedMail mail) { mails.push_back(std::move(mail.raw)); }));
        seen = uids.back();
        return mails;
    });
}

}
