// SPDX-License-Identifier: MIT
#include "daemon/stations/servers.h"

#include <cassert>

#include "daemon/mail/imap_mailbox.h"
#include "daemon/mail/smtp_relay.h"

namespace mentoring {

namespace {

Security security(Tls tls) {
    switch (tls) {
        case Tls::implicit:
            return Security::tls;
        case Tls::starttls:
            return Security::starttls;
        case Tls::none:
            return Security::plaintext;
    }
    assert(false);
    return Security::tls;
}

MailServer server(const ServerSettings& settings, MailServer::Protocol protocol, const Address& own) {
    MailServer server;
    server.protocol = protocol;
    server.host = settings.host;
    server.port = settings.port;
    server.security = security(settings.tls);
    server.ca_file = settings.ca_file.string();
    server.own_name = own.domain;
    return server;
}

Login login(const LoginSettings& settings) {
    Login login{settings.user, Login::Method::password, {}};
    switch (settings.kind) {
        case LoginKind::none:
            break;
        case LoginKind::password_file:
            login.secret = secret_from_file(settings.source);
            break;
        case LoginKind::password_command:
            login.secret = secret_from_command(settings.command);
            break;
        case LoginKind::credential:
            login.secret = secret_from_credential(settings.source);
            break;
        case LoginKind::token_command:
            login.method = Login::Method::bearer;
            login.secret = secret_from_command(settings.command);
            break;
    }
    return login;
}

}

std::unique_ptr<Mailbox> mailbox_at(const MailboxSettings& settings) {
    return std::make_unique<ImapMailbox>(server(settings.imap, MailServer::Protocol::imap, settings.address),
                                         login(settings.imap.login));
}

std::unique_ptr<Relay> relay_at(const MailboxSettings& settings) {
    RelayManners manners;
    manners.connections = static_cast<std::size_t>(settings.limits.connections);
    return std::make_unique<SmtpRelay>(server(settings.smtp, MailServer::Protocol::smtp, settings.address),
                                       login(settings.smtp.login), manners);
}

}
