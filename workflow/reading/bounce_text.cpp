// SPDX-License-Identifier: MIT
#include "workflow/reading/bounce_text.h"

#include <algorithm>
#include <array>

#include "workflow/model/address.h"
#include "workflow/reading/bounce_words.h"
#include "workflow/reading/line.h"

namespace mentoring {
namespace {

constexpr std::size_t lines_max = 1'000;  // of a notice
constexpr std::size_t line_octets_max = 1'000;
constexpr std::size_t said_octets_max = 16 * 1024;
constexpr std::size_t recipients_max = 100;
constexpr std::size_t header_lines_looked_at = 5;

bool digit(char octet) {
    return octet >= '0' && octet <= '9';
}

bool address_octet(char octet) {
    return digit(octet) || (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') ||
           static_cast<unsigned char>(octet) >= 0x80 ||
           std::string_view(".!#$%&*+/=?^_`{|}~-").find(octet) != std::string_view::npos;
}

struct FoundAddress {
    std::size_t begin = 0;
    std::string address;
};

std::optional<FoundAddress> address_around(std::string_view line, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && address_octet(line[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (end < line.size() && address_octet(line[end])) ++end;
    std::string_view text = line.substr(begin, end - begin);
    while (text.ends_with('.') || text.ends_with('-')) text.remove_suffix(1);
    if (!address_from(text)) return std::nullopt;
    return FoundAddress{begin, std::string(text)};
}

std::vector<FoundAddress> addresses_in(std::string_view line) {
    std::vector<FoundAddress> found;
    for (std::size_t at = line.find('@'); at != std::string_view::npos; at = line.find('@', at + 1))
        if (auto address = address_around(line, at)) found.push_back(std::move(*address));
    return found;
}

constexpr std::array<std::string_view, 10> telling_header_names = {
    "received",       "return-path", "message-id",   "mime-version", "content-type",
    "dkim-signature", "x-mailer",    "delivered-to", "arc-seal",     "authentication-results"};
constexpr std::array<std::string_view, 8> other_header_names = {
    "from", "to", "subject", "date", "cc", "reply-to", "sender", "content-transfer-encoding"};

enum class HeaderLine { none, plain, telling };

HeaderLine header_line(std::string_view text) {
    const std::size_t colon = text.substr(0, 40).find(':');
    if (colon == std::string_view::npos || colon == 0) return HeaderLine::none;
    const std::string name = plain_letters(trimmed(text.substr(0, colon)));
    if (std::find(telling_header_names.begin(), telling_header_names.end(), name) !=
        telling_header_names.end())
        return HeaderLine::telling;
    const bool known =
        name.starts_with("x-") ||
        std::find(other_header_names.begin(), other_header_names.end(), name) != other_header_names.end();
    return known ? HeaderLine::plain : HeaderLine::none;
}

bool opens_header(const std::vector<Line>& lines, std::size_t at) {
    if (header_line(lines[at].content) == HeaderLine::none) return false;
    std::size_t known = 0;
    bool telling = false;
    for (std::size_t next = at; next < std::min(at + header_lines_looked_at, lines.size()); ++next) {
        const HeaderLine kind = header_line(lines[next].content);
        known += kind != HeaderLine::none;
        telling |= kind == HeaderLine::telling;
    }
    return telling && known >= 2;
}

bool announces_returned_letter(std::string_view plain) {
    return plain.size() < 120 && has_any_phrase(plain, words_for_returned_letter());
}

int reply_code_in(std::string_view line) {
    for (std::size_t at = 0; at + 3 <= line.size(); ++at) {
        const bool code = (line[at] == '4' || line[at] == '5') && line[at + 1] >= '0' &&
                          line[at + 1] <= '7' && digit(line[at + 2]);
        if (!code) continue;
        const bool opens =
            at == 0 || std::string_view(" \t(<:\"'>#=").find(line[at - 1]) != std::string_view::npos;
        const bool closes = at + 3 == line.size() ||
                            std::string_view(" \t-:,.)'\"<#").find(line[at + 3]) != std::string_view::npos;
        const bool number = at + 4 < line.size() && line[at + 3] == '.' && digit(line[at + 4]);
        if (opens && closes && !number)
            return (line[at] - '0') * 100 + (line[at + 1] - '0') * 10 + (line[at + 2] - '0');
    }
    return 0;
}

bool opens_line(std::string_view line, std::size_t begin) {
    const std::string before = plain_letters(line.substr(0, begin));
    return before.find_first_not_of(" \t<>\"'*(-:") == std::string::npos || trimmed(before) == "recipient:" ||
           trimmed(before) == "recipient: <";
}

bool names_recipient(std::string_view plain) {
    static const std::vector<std::string> words =
        plain_letters_of({"rcpt to", "deliver", "recipient", "user unknown", "unknown user",
                          "address:", "delivery userid", "mailbox", "attempts:", "reach", "tunnel",
                          "destinatario", "destinataire", "empfanger", "получател"});
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return plain.find(word) != std::string_view::npos; });
}

bool is_server(std::string_view address) {
    return words_for_mail_server().opening_of(plain_letters(address)) > 0;
}

class Recipients {
public:
    explicit Recipients(const std::vector<std::string>& not_meant) : not_meant_(not_meant) {}

    void look_at(std::string_view line, std::string_view plain) {
        for (const FoundAddress& found : addresses_in(line)) {
            if (is_server(found.address)) continue;
            if (opens_line(line, found.begin))
                add(named_, found.address);
            else if (names_recipient(plain) || reply_code_in(line) != 0)
                add(mentioned_, found.address);
        }
    }

    const std::vector<std::string>& best() const { return named_.empty() ? mentioned_ : named_; }

private:
    static bool contains(const std::vector<std::string>& addresses, std::string_view address) {
        return std::any_of(addresses.begin(), addresses.end(), [&](const std::string& other) {
            return plain_letters(other) == plain_letters(address);
        });
    }
    void add(std::vector<std::string>& addresses, const std::string& address) const {
        if (addresses.size() < recipients_max && !contains(not_meant_, address) &&
            !contains(addresses, address))
            addresses.push_back(address);
    }

    const std::vector<std::string>& not_meant_;
    std::vector<std::string> named_;
    std::vector<std::string> mentioned_;
};

std::string rest_of(const std::vector<Line>& lines, std::size_t from) {
    std::string text;
    for (std::size_t at = from; at < lines.size() && text.size() < said_octets_max; ++at)
        text += std::string(lines[at].text.substr(0, line_octets_max)) + "\n";
    return text;
}

void set_first(std::string& field, std::string_view value) {
    if (field.empty()) field = trimmed(value);
}

}

std::optional<std::string> status_in(std::string_view text) {
    for (std::size_t at = 0; at + 5 <= text.size(); ++at) {
        if ((text[at] != '4' && text[at] != '5') || text[at + 1] != '.') continue;
        if (at > 0 && (digit(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == '-')) continue;
        std::size_t middle = at + 2;
        while (middle < text.size() && digit(text[middle])) ++middle;
        if (middle == at + 2 || middle > at + 5 || middle >= text.size() || text[middle] != '.') continue;
        std::size_t end = middle + 1;
        while (end < text.size() && digit(text[end])) ++end;
        const bool longer = end + 1 < text.size() && text[end] == '.' && digit(text[end + 1]);
        if (end > middle + 1 && end <= middle + 4 && !longer) return std::string(text.substr(at, end - at));
    }
    return std::nullopt;
}

Notice read_notice(std::string_view text, const std::vector<std::string>& not_meant) {
    Notice notice;
    Recipients recipients(not_meant);
    const std::vector<Line> lines = lines_of(text, lines_max + said_octets_max);
    std::size_t at = 0;
    for (; at < lines.size() && at < lines_max && notice.said.size() < said_octets_max; ++at) {
        const std::string_view line = lines[at].text.substr(0, line_octets_max);
        const std::string plain = plain_letters(line);
        if (opens_header(lines, at) || announces_returned_letter(plain)) break;
        notice.said += plain + "\n";
        recipients.look_at(line, plain);
        if (notice.status.empty()) notice.status = status_in(line).value_or("");
        if (notice.code == 0) notice.code = reply_code_in(line);
    }
    notice.recipients = recipients.best();
    notice.returned = rest_of(lines, at);
    return notice;
}

ReturnedLetter returned_letter_from(std::string_view header) {
    ReturnedLetter letter;
    for (const Line& line : lines_of(header.substr(0, said_octets_max), said_octets_max)) {
        const std::size_t colon = line.content.substr(0, 40).find(':');
        if (colon == std::string_view::npos) continue;
        const std::string name = plain_letters(trimmed(line.content.substr(0, colon)));
        const std::string_view value = line.content.substr(colon + 1);
        if (name == "message-id") set_first(letter.message_id, value);
        if (name == "subject") set_first(letter.subject, value);
        if (name == "to") set_first(letter.recipient, value);
        if (name == "reply-to") set_first(letter.reply_to, value);
    }
    if (letter.message_id.starts_with('<')) letter.message_id.erase(0, 1);
    letter.message_id = letter.message_id.substr(0, letter.message_id.find('>'));
    return letter;
}

}
