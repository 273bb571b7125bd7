// SPDX-License-Identifier: MIT
#include "daemon/mail/uuencode.h"

#include "daemon/mail/ascii.h"

namespace mentoring {

namespace {

constexpr std::size_t mode_digits_min = 3, mode_digits_max = 4;

std::size_t line_end(std::string_view text, std::size_t from) {
    const auto end = text.find('\n', from);
    return end == std::string_view::npos ? text.size() : end + 1;
}

std::string_view without_line_end(std::string_view line) {
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    return line;
}

constexpr unsigned six_bits(char c) {
    return (static_cast<unsigned char>(c) - 32u) & 63u;
}

// How many octets the line carries; nothing where its length and its first character disagree.
std::optional<std::size_t> data_octets(std::string_view line) {
    if (line.empty() || line.front() < ' ' || line.front() > '`') return std::nullopt;
    const std::size_t octets = six_bits(line.front());
    const std::size_t characters = (octets + 2) / 3 * 4;
    const auto rest = line.size() - 1;
    const bool fits = rest <= characters + 2 && rest + 4 > characters;
    if (!fits) return std::nullopt;
    for (const char c : line)
        if (c < ' ' || c > '`') return std::nullopt;
    return octets;
}

std::optional<std::string_view> begin_name(std::string_view line) {
    if (!line.starts_with("begin ")) return std::nullopt;
    line.remove_prefix(6);
    std::size_t digits = 0;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '7') ++digits;
    if (digits < mode_digits_min || digits > mode_digits_max || digits >= line.size() || line[digits] != ' ')
        return std::nullopt;
    const auto name = ascii::trimmed(line.substr(digits));
    return name.empty() ? std::nullopt : std::optional(name);
}

void append_data(std::string& out, std::string_view line, std::size_t octets) {
    for (std::size_t i = 1; octets > 0; i += 4) {
        const auto at = [&](std::size_t k) { return i + k < line.size() ? six_bits(line[i + k]) : 0u; };
        const unsigned bits = at(0) << 18 | at(1) << 12 | at(2) << 6 | at(3);
        for (int shift = 16; shift >= 0 && octets > 0; shift -= 8, --octets)
            out += static_cast<char>(bits >> static_cast<unsigned>(shift) & 0xFFu);
    }
}

}

std::optional<UuencodedFile> find_uuencoded(std::string_view text, std::size_t from) {
    for (auto at = text.find("begin ", from); at != std::string_view::npos;
         at = text.find("begin ", at + 1)) {
        if (at > 0 && text[at - 1] != '\n' && text[at - 1] != '\r') continue;
        const auto first = line_end(text, at);
        const auto name = begin_name(without_line_end(text.substr(at, first - at)));
        if (!name) continue;
        UuencodedFile file{*name, at, first, 0};
        bool ended = false;
        while (file.end < text.size() && !ended) {
            const auto next = line_end(text, file.end);
            const auto line = without_line_end(text.substr(file.end, next - file.end));
            ended = line == "end";
            const auto octets = ended ? std::optional<std::size_t>(0) : line.empty() ? 0 : data_octets(line);
            if (!octets) break;
            file.octets += *octets;
            file.end = next;
        }
        if (ended || file.octets > 0) return file;
    }
    return std::nullopt;
}

std::string decode_uuencode(std::string_view bytes) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto next = line_end(bytes, at);
        const auto line = without_line_end(bytes.substr(at, next - at));
        at = next;
        if (begin_name(line) || line == "end") continue;
        if (const auto octets = data_octets(line)) append_data(out, line, *octets);
    }
    return out;
}

}
