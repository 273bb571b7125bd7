// SPDX-License-Identifier: MIT
// One mail host for all tests of this program; each test takes users of its own from it.
#pragma once

#include "daemon/mail/session.h"
#include "tests/servers/mail_host.h"

namespace mentoring {

inline const MailHost& shared_host() {
    static const MailHost host = [] {
        MailHost::Options options;
        for (char name = 'a'; name <= 'z'; ++name)
            options.users.push_back(std::string("user-") + name + "@example.test");
        return MailHost(options);
    }();
    return host;
}

inline Secret secret_of(std::string text) {
    return [text = std::move(text)]() -> boost::asio::awaitable<std::string> {
        return [](std::string kept) -> boost::asio::awaitable<std::string> { co_return kept; }(text);
    };
}

inline Login login_of(const std::string& user) {
    return {user, Login::Method::password, secret_of(shared_host().password())};
}

inline MailServer imap_server(Security security = Security::tls) {
    const auto& host = shared_host();
    MailServer server;
    server.host = "localhost";
    server.port = security == Security::tls ? host.imaps_port() : host.imap_port();
    server.security = security;
    server.ca_file = host.ca_file();
    return server;
}

inline MailServer smtp_server(Security security = Security::starttls) {
    const auto& host = shared_host();
    MailServer server;
    server.protocol = MailServer::Protocol::smtp;
    server.host = "localhost";
    server.port = security == Security::tls ? host.smtps_port() : host.smtp_port();
    server.security = security;
    server.ca_file = host.ca_file();
    return server;
}

}
