// SPDX-License-Identifier: MIT
#include "daemon/mail/smtp_letter.h"

#include <algorithm>
#include <charconv>

#include "workflow/model/address.h"

namespace mentoring {

namespace {

constexpr std::size_t line_octets_max = 998;
constexpr std::size_t envelope_id_octets_max = 100;  // RFC 3461 §4.4

bool is_eight_bit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7f; });
}

bool is_ended(std::string_view bytes) {
    return bytes.size() >= 2 && bytes.substr(bytes.size() - 2) == "\r\n";
}

const char* fault_in(std::string_view bytes) {
    if (bytes.find('\0') != std::string_view::npos) return "a NUL in the letter";
    std::size_t begin = 0;
    for (std::size_t at = bytes.find_first_of("\r\n"); at != std::string_view::npos;
         at = bytes.find_first_of("\r\n", begin)) {
        if (bytes.substr(at, 2) != "\r\n") return "a bare CR or LF in the letter";
        if (at - begin > line_octets_max) return "a line of the letter is too long";
        begin = at + 2;
    }
    return bytes.size() - begin > line_octets_max ? "a line of the letter is too long" : nullptr;
}

SendVerdict refusal(const char* status, const char* reason) {
    return {Delivery::refused, 0, status, reason};
}

// RFC 3461 §4: printable ASCII but "+" and "=", the rest as +XX.
std::string xtext(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const auto octet = static_cast<unsigned char>(c);
        if (octet > ' ' && octet <= '~' && c != '+' && c != '=') {
            result += c;
        } else {
            result += {'+', digits[octet >> 4], digits[octet & 15]};
        }
    }
    return result;
}

bool is_path(const std::string& address) {
    return address_from(address).has_value();
}

}

SmtpExtensions::SmtpExtensions(const SmtpReply& ehlo) {
    for (std::size_t index = 1; index < ehlo.lines.size(); ++index) {
        const auto& line = ehlo.lines[index];
        const auto blank = std::min(line.find(' '), line.size());
        auto keyword = line.substr(0, blank);
        std::transform(keyword.begin(), keyword.end(), keyword.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        offered_[keyword] = blank < line.size() ? line.substr(blank + 1) : "";
    }
}

std::uint64_t SmtpExtensions::size_max() const {
    std::uint64_t value = 0;
    if (const auto found = offered_.find("SIZE"); found != offered_.end())
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
    return value;
}

std::optional<SendVerdict> fault_of(const Envelope& letter, const SmtpExtensions& extensions) {
    if (!is_path(letter.recipient)) return refusal("5.1.3", "the recipient is no address");
    if (!letter.sender.empty() && !is_path(letter.sender))
        return refusal("5.1.7", "the sender is no address");
    if ((is_eight_bit(letter.sender) || is_eight_bit(letter.recipient)) && !extensions.offers("SMTPUTF8"))
        return refusal("5.6.7", "the server takes ASCII addresses only");
    if (const char* fault = fault_in(letter.bytes)) return refusal("5.6.0", fault);
    if (is_eight_bit(letter.bytes) && !extensions.offers("8BITMIME"))
        return refusal("5.6.3", "the server takes no 8-bit letters");
    if (extensions.size_max() != 0 && letter.bytes.size() > extensions.size_max())
        return refusal("5.3.4", "the letter is larger than the server takes");
    return std::nullopt;
}

std::string mail_command(const Envelope& letter, const SmtpExtensions& extensions) {
    std::string command = "MAIL FROM:<" + letter.sender + ">";
    if (is_eight_bit(letter.bytes)) command += " BODY=8BITMIME";
    if (is_eight_bit(letter.sender) || is_eight_bit(letter.recipient)) command += " SMTPUTF8";
    if (extensions.offers("SIZE")) command += " SIZE=" + std::to_string(letter.bytes.size());
    if (extensions.offers("DSN")) {
        if (letter.return_headers_only) command += " RET=HDRS";
        const auto id = xtext(letter.id);
        if (!id.empty() && id.size() <= envelope_id_octets_max) command += " ENVID=" + id;
    }
    return command + "\r\n";
}

std::string rcpt_command(const Envelope& letter, const SmtpExtensions& extensions) {
    const auto* notify = extensions.offers("DSN") ? "> NOTIFY=FAILURE,DELAY" : ">";
    return "RCPT TO:<" + letter.recipient + notify + "\r\n";
}

std::string stuffed(const std::string& bytes) {
    std::string result;
    result.reserve(bytes.size() + bytes.size() / 64 + 8);
    for (std::size_t begin = 0; begin < bytes.size();) {
        const auto end = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
        if (bytes[begin] == '.') result += '.';
        result.append(bytes, begin, end - begin);
        begin = end;
    }
    if (!result.empty() && !is_ended(result)) result += "\r\n";
    return result + ".\r\n";
}

}
