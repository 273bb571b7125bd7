// SPDX-License-Identifier: MIT
#include "daemon/letters/safe_text.h"

#include <algorithm>
#include <array>

namespace mentoring {

namespace {

constexpr std::string_view shortened = "[\u2026]";
constexpr char32_t replacement = 0xfffd;

struct Decoded {
    char32_t code_point = replacement;
    std::size_t octets = 1;
};

bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

// RFC 3629 §4: shortest form, no surrogates, at most U+10FFFF.
Decoded decode(std::string_view text, std::size_t at) {
    constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    if (length == 1 || lead > 0xf4) return {};
    char32_t code_point = lead & (0xffu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues(text, at + i)) return {};
        code_point = (code_point << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3fu);
    }
    const bool surrogate = code_point >= 0xd800 && code_point <= 0xdfff;
    if (code_point < smallest[length] || surrogate || code_point > 0x10ffff) return {};
    return {code_point, length};
}

bool between(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

bool invisible(char32_t c) {
    return c == 0x00ad || c == 0x061c || c == 0x180e || c == 0x200b || between(c, 0x200e, 0x200f) ||
           between(c, 0x202a, 0x202e) || between(c, 0x2060, 0x206f) || c == 0xfeff ||
           between(c, 0xfff9, 0xfffb) || between(c, 0xe000, 0xf8ff) || between(c, 0xe0000, 0x10ffff);
}

bool line_end(char32_t c) {
    return c == '\n' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool control(char32_t c) {
    return c < 0x20 || between(c, 0x7f, 0x9f);
}

bool blank(char32_t c) {
    return c == ' ' || c == '\t' || c == 0xa0 || between(c, 0x2000, 0x200a) || c == 0x202f || c == 0x205f ||
           c == 0x3000;
}

// A cluster of marks stacked on one letter climbs over the lines above it.
constexpr int marks_on_a_letter_max = 3;
bool combining(char32_t c) {
    return between(c, 0x0300, 0x036f) || between(c, 0x1ab0, 0x1aff) || between(c, 0x1dc0, 0x1dff) ||
           between(c, 0x20d0, 0x20ff) || between(c, 0xfe20, 0xfe2f);
}

void append_blank(std::string& line) {
    if (!line.empty() && line.back() != ' ' && line.back() != '\n') line += ' ';
}

void append_harmless(std::string& line, std::string_view octets, char32_t c) {
    if (c == '>')
        line += "\u203a";
    else if (c == '|')
        line += "\u00a6";
    else if (between(c, 0x2190, 0x21ff) || between(c, 0x27f0, 0x27ff) || between(c, 0x2900, 0x297f))
        line += '-';
    else if (c == replacement)
        line += "\ufffd";
    else
        line += octets;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

void trim_end(std::string& text) {
    const auto last = text.find_last_not_of(" \n");
    text.erase(last == std::string::npos ? 0 : last + 1);
}

// Cuts before the code point that would exceed the bound.
void shorten(std::string& text, std::size_t octets_max) {
    if (text.size() <= octets_max) return;
    auto end = octets_max > shortened.size() ? octets_max - shortened.size() : 0;
    while (end > 0 && continues(text, end)) --end;
    text.erase(end);
    trim_end(text);
    text += shortened;
}

}

std::string safe_line(std::string_view text, std::size_t octets_max) {
    std::string line;
    int marks = 0;
    for (std::size_t at = 0; at < text.size() && line.size() <= octets_max;) {
        const auto [c, octets] = decode(text, at);
        marks = combining(c) ? marks + 1 : 0;
        if (blank(c) || line_end(c) || control(c))
            append_blank(line);
        else if (!invisible(c) && marks <= marks_on_a_letter_max)
            append_harmless(line, text.substr(at, octets), c);
        at += octets;
    }
    trim_end(line);
    replace_all(line, "--", "\u2013");
    replace_all(line, "://", ": ");
    shorten(line, octets_max);
    return line;
}

std::string safe_lines(std::string_view text, std::size_t octets_max) {
    std::string lines;
    int marks = 0;
    for (std::size_t at = 0; at < text.size() && lines.size() <= octets_max;) {
        const auto [c, octets] = decode(text, at);
        marks = combining(c) ? marks + 1 : 0;
        const bool lone_return = c == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
        if (line_end(c) || lone_return)
            lines += '\n';
        else if (c == '\t')
            lines += ' ';
        else if (c == replacement)
            lines += "\ufffd";
        else if (!control(c) && !invisible(c) && marks <= marks_on_a_letter_max)
            lines += text.substr(at, octets);
        at += octets;
    }
    lines.erase(0, std::min(lines.find_first_not_of('\n'), lines.size()));
    trim_end(lines);
    shorten(lines, octets_max);
    return lines;
}

std::size_t columns(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string html_escaped(std::string_view utf8) {
    std::string escaped;
    for (const char c : utf8) {
        if (c == '&')
            escaped += "&amp;";
        else if (c == '<')
            escaped += "&lt;";
        else if (c == '>')
            escaped += "&gt;";
        else if (c == '"')
            escaped += "&quot;";
        else if (c == '\'')
            escaped += "&#39;";
        else
            escaped += c;
    }
    return escaped;
}

}
