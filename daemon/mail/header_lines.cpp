// SPDX-License-Identifier: MIT
#include "daemon/mail/header_lines.h"

#include <algorithm>

namespace mentoring {

namespace {

constexpr std::size_t line_columns_max = 78;
constexpr std::size_t encoded_line_columns_max = 76;  // RFC 2047 §2
constexpr std::size_t encoded_word_columns_max = 75;
constexpr std::size_t value_octets_max = 2'000;
constexpr std::string_view word_begin = "=?UTF-8?Q?";
constexpr std::string_view word_end = "?=";

bool printable(char c) {
    return c >= 0x20 && c < 0x7f;
}

bool letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

bool next_line_character(std::string_view text, std::size_t at) {
    return text.substr(at, 2) == "\xc2\x85" || text.substr(at, 3) == "\xe2\x80\xa8" ||
           text.substr(at, 3) == "\xe2\x80\xa9";
}

// One line without controls, blanks folded, bounded at a whole character.
std::string one_line(std::string_view value) {
    std::string line;
    for (std::size_t at = 0; at < value.size() && line.size() < value_octets_max; ++at) {
        const auto c = static_cast<unsigned char>(value[at]);
        if (c <= 0x20 || c == 0x7f || next_line_character(value, at)) {
            if (!line.empty() && line.back() != ' ') line += ' ';
            while (at + 1 < value.size() && c >= 0x80 && continuation(value[at + 1])) ++at;
        } else {
            line += value[at];
        }
    }
    if (line.size() >= value_octets_max)
        while (!line.empty() && continuation(line.back())) line.pop_back();
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

bool needs_encoding(std::string_view line) {
    if (!std::all_of(line.begin(), line.end(), printable) || line.find("=?") != std::string_view::npos)
        return true;
    std::size_t word = 0;
    for (const char c : line) {
        word = c == ' ' ? 0 : word + 1;
        if (word > line_columns_max - 2) return true;
    }
    return false;
}

// RFC 2047 §4.2, restricted to what may stand in a phrase (§5 (3)).
std::string encoded_character(std::string_view octets) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    if (octets.size() == 1 && letter_or_digit(octets[0])) return std::string(octets);
    if (octets == " ") return "_";
    std::string encoded;
    for (const char c : octets) {
        const auto octet = static_cast<unsigned char>(c);
        encoded += '=';
        encoded += digits[octet >> 4];
        encoded += digits[octet & 0x0f];
    }
    return encoded;
}

std::size_t character_end(std::string_view line, std::size_t at) {
    auto end = at + 1;
    while (end < line.size() && end < at + 4 && continuation(line[end])) ++end;
    return end;
}

std::vector<std::string> encoded_words(std::string_view line, std::size_t first_column) {
    std::vector<std::string> words;
    const auto around = word_begin.size() + word_end.size();
    auto room = std::min(encoded_word_columns_max, encoded_line_columns_max - first_column) - around;
    std::string content;
    for (std::size_t at = 0; at < line.size();) {
        const auto end = character_end(line, at);
        const auto encoded = encoded_character(line.substr(at, end - at));
        if (content.size() + encoded.size() > room) {
            words.push_back(std::string(word_begin) + content + std::string(word_end));
            content.clear();
            room = encoded_word_columns_max - around;
        }
        content += encoded;
        at = end;
    }
    words.push_back(std::string(word_begin) + content + std::string(word_end));
    return words;
}

std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < line.size();) {
        const auto end = std::min(line.find(' ', begin), line.size());
        words.emplace_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

std::string folded(std::string_view name, const std::vector<std::string>& words) {
    std::string field = std::string(name) + ":";
    std::size_t column = field.size();
    for (const auto& word : words) {
        const bool fits = column + 1 + word.size() <= line_columns_max || &word == &words.front();
        field += fits ? " " : "\r\n ";
        column = (fits ? column + 1 : 1) + word.size();
        field += word;
    }
    return field + "\r\n";
}

bool atom(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) {
        return letter_or_digit(c) ||
               std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
    });
}

std::string quoted(std::string_view line) {
    std::string text = "\"";
    for (const char c : line) {
        if (c == '"' || c == '\\') text += '\\';
        text += c;
    }
    return text + "\"";
}

std::vector<std::string> phrase(std::string_view line, std::size_t first_column) {
    if (needs_encoding(line)) return encoded_words(line, first_column);
    auto words = words_of(line);
    return std::all_of(words.begin(), words.end(), atom) ? words : words_of(quoted(line));
}

}

std::string text_line(std::string_view name, std::string_view utf8) {
    const auto line = one_line(utf8);
    return folded(name, needs_encoding(line) ? encoded_words(line, name.size() + 2) : words_of(line));
}

std::string address_line(std::string_view name, std::string_view display, std::string_view address) {
    const auto line = one_line(display);
    if (line.empty()) return folded(name, {std::string(address)});
    auto words = phrase(line, name.size() + 2);
    words.push_back("<" + std::string(address) + ">");
    return folded(name, words);
}

std::string ids_line(std::string_view name, const std::vector<std::string>& ids) {
    std::vector<std::string> words;
    for (const auto& id : ids) words.push_back("<" + id + ">");
    return folded(name, words);
}

}
