// SPDX-License-Identifier: MIT
// A private Dovecot and Exim on loopback ports of their own, in a folder of their own, for as long as the
// object lives: tests/servers/mailhost.sh as a value. Throws std::runtime_error with what the script said.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace mentoring {

class MailHost {
public:
    enum class SubAddresses { plus, none };
    struct Options {
        std::vector<std::string> users = {"manager@example.test", "alice@example.test", "bob@example.test"};
        SubAddresses sub_addresses = SubAddresses::plus;
        std::filesystem::path folder;  // empty: a new one under the temporary folder, removed at the end
    };
    MailHost();
    explicit MailHost(Options options);
    ~MailHost();
    MailHost(const MailHost&) = delete;
    MailHost& operator=(const MailHost&) = delete;

    // What the servers listen on, always 127.0.0.1. IMAP and SMTP offer STARTTLS; the others start with TLS.
    std::uint16_t imap_port() const;
    std::uint16_t imaps_port() const;
    std::uint16_t lmtp_port() const;
    std::uint16_t smtp_port() const;
    std::uint16_t smtps_port() const;
    std::string ca_file() const;
    std::string password() const;  // of every user
    const std::vector<std::string>& users() const;
    const std::filesystem::path& folder() const;
    // An OAuth2 access token that both servers take for that user.
    std::string token(const std::string& user) const;

    // Whatever was handed to it is in its mailbox, refused or put off: no letter is on its way within it, and
    // no connection that its client left is still being read.
    bool is_at_rest() const;

    // Same folder, same ports, same mail.
    void stop();
    void start();
    // Every IMAP connection breaks off; the server stays.
    void lose_connections() const;

private:
    Options options_;
    bool temporary_ = false;
    std::map<std::string, std::string> ports_;
};

}
