// SPDX-License-Identifier: MIT
#include "daemon/mail/transfer_encoding.h"

#include <algorithm>
#include <vector>

namespace mentoring {

namespace {

constexpr std::size_t plain_line_octets_max = 200;  // far below the 998 of RFC 5322 §2.1.1
constexpr std::size_t quoted_line_octets_max = 76;

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find_first_of("\r\n", begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    return lines;
}

// "From " and "--" at the beginning of a line mean something to mailboxes and to MIME.
bool plain(std::string_view line) {
    return line.size() <= plain_line_octets_max && !line.starts_with("From ") && !line.starts_with("--") &&
           !line.starts_with(".") && (line.empty() || line.back() != ' ') &&
           std::all_of(line.begin(), line.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

bool literal(std::string_view line, std::size_t at) {
    const char c = line[at];
    const bool last = at + 1 == line.size();
    const bool risky_first = at == 0 && (c == '.' || c == 'F' || c == '-');
    if (c == ' ') return !last;
    return c > 0x20 && c < 0x7f && c != '=' && !risky_first;
}

void append_quoted(std::string& octets, char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto octet = static_cast<unsigned char>(c);
    octets += '=';
    octets += digits[octet >> 4];
    octets += digits[octet & 0x0f];
}

void append_quoted_line(std::string& octets, std::string_view line) {
    std::size_t begin = octets.size();
    for (std::size_t at = 0; at < line.size(); ++at) {
        const std::size_t needed = literal(line, at) ? 1 : 3;
        if (octets.size() - begin + needed + 1 > quoted_line_octets_max) {
            octets += "=\r\n";
            begin = octets.size();
        }
        if (needed == 1)
            octets += line[at];
        else
            append_quoted(octets, line[at]);
    }
    octets += "\r\n";
}

}

TransferText transfer_text(std::string_view text) {
    const auto lines = lines_of(text);
    const bool as_is = std::all_of(lines.begin(), lines.end(), plain);
    TransferText result{as_is ? "7bit" : "quoted-printable", ""};
    for (const auto line : lines) {
        if (as_is)
            result.octets.append(line).append("\r\n");
        else
            append_quoted_line(result.octets, line);
    }
    return result;
}

}
