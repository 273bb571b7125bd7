// SPDX-License-Identifier: MIT
// One letter as SMTP says it: the commands of its envelope, its octets up to the dot, and what stands against
// saying it at all. Pure. Internal to SmtpRelay.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "daemon/mail/smtp_reader.h"
#include "daemon/outside.h"

namespace mentoring {

// What EHLO offered: keyword in upper case, and its parameters.
class SmtpExtensions {
public:
    SmtpExtensions() = default;
    explicit SmtpExtensions(const SmtpReply& ehlo);
    bool offers(const std::string& keyword) const { return offered_.count(keyword) != 0; }
    std::uint64_t size_max() const;  // 0: no limit known

private:
    std::map<std::string, std::string> offered_;
};

// A verdict without the server: addresses that could carry a command, a bare CR or LF, NUL, a line above 998
// octets (RFC 5321 §4.5.3.1.6), octets or a size that this server does not take.
std::optional<SendVerdict> fault_of(const Envelope& letter, const SmtpExtensions& extensions);

// "MAIL FROM:<…> …" and "RCPT TO:<…> …", with their line ends.
std::string mail_command(const Envelope& letter, const SmtpExtensions& extensions);
std::string rcpt_command(const Envelope& letter, const SmtpExtensions& extensions);

// Dots doubled at the start of lines, the last line ended, and the dot that ends it all (RFC 5321 §4.5.2).
std::string stuffed(const std::string& bytes);

}
