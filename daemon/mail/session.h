// SPDX-License-Identifier: MIT
// One authenticated connection to an IMAP or SMTP server. libcurl dials, checks the certificate, speaks
// STARTTLS and SASL (CURLOPT_CONNECT_ONLY); what is said afterwards is said by the owner of the session,
// octet by octet, on Asio coroutines in one thread. Throws OutsideFailure: permanent for a refused login, a
// wrong certificate or missing TLS, transient for everything that time may mend. It goes before its
// io_context.
#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "daemon/mail/credential.h"

namespace mentoring {

inline constexpr std::chrono::milliseconds dial_patience = std::chrono::seconds(60);
inline constexpr std::chrono::milliseconds command_patience = std::chrono::seconds(120);
inline constexpr std::size_t octets_a_second_min = 16 * 1024;  // a slower line is a lost one

// `tls` from the first octet; `starttls` required, never optional; `plaintext` to loopback addresses only.
enum class Security { tls, starttls, plaintext };

struct MailServer {
    enum class Protocol { imap, smtp };
    Protocol protocol = Protocol::imap;
    std::string host;
    std::uint16_t port = 993;
    Security security = Security::tls;
    std::string ca_file;                                     // PEM; empty: the system's
    std::string own_name = "localhost";                      // said in EHLO
    std::chrono::milliseconds dialling = dial_patience;      // up to and with the login
    std::chrono::milliseconds answering = command_patience;  // from a command to its answer
};

class Session {
public:
    static boost::asio::awaitable<std::unique_ptr<Session>> dial(MailServer server, Login login);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    // How long the reads and writes from now on may take together.
    void allow(std::chrono::milliseconds span);
    // All of it, or a failure.
    boost::asio::awaitable<void> write(std::string_view bytes);
    // At least one octet, valid until the next call; nothing when the time is over or wake() was called.
    boost::asio::awaitable<std::string_view> read();
    // Ends a read that waits.
    void wake();
    // How much of what was to be written has been handed to the system, since the beginning.
    std::uint64_t octets_handed_over() const;

private:
    struct Wire;
    explicit Session(std::unique_ptr<Wire> wire);
    std::unique_ptr<Wire> wire_;
};

}
