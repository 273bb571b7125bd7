// SPDX-License-Identifier: MIT
#include "daemon/letters/subject.h"

#include <algorithm>

#include "daemon/letters/base32.h"

namespace mentoring {

namespace {

constexpr std::size_t subject_octets_max = 998;
constexpr std::size_t code_characters = 8;
constexpr std::size_t year_digits = 4;
constexpr std::size_t count_digits_least = 3;
constexpr std::size_t count_digits_most = 6;

bool digit(char c) {
    return c >= '0' && c <= '9';
}

bool letter_or_digit(char c) {
    return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    const auto first = text.begin() + static_cast<std::ptrdiff_t>(at);
    return static_cast<std::size_t>(std::find_if_not(first, text.end(), digit) - first);
}

// "2026-014-k7f3m2qa" at that place, with nothing of a longer word around it.
std::optional<FoundCode> code_at(std::string_view text, std::size_t at) {
    if (at > 0 && letter_or_digit(text[at - 1])) return std::nullopt;
    if (digits_at(text, at) != year_digits) return std::nullopt;
    const auto count_at = at + year_digits + 1;
    if (count_at >= text.size() || text[count_at - 1] != '-') return std::nullopt;
    const auto count = digits_at(text, count_at);
    if (count < count_digits_least || count > count_digits_most) return std::nullopt;
    const auto code_begin = count_at + count + 1;
    const auto code_end = code_begin + code_characters;
    if (code_end > text.size() || text[code_begin - 1] != '-') return std::nullopt;
    if (code_end < text.size() && letter_or_digit(text[code_end])) return std::nullopt;
    const auto code = lower_base32(text.substr(code_begin, code_characters));
    if (!code) return std::nullopt;
    return FoundCode{std::string(text.substr(at, code_begin - 1 - at)), *code};
}

}

std::string subject_prefix(const SubjectParts& parts) {
    std::string prefix = parts.program_code;
    if (parts.number.empty()) return prefix;
    if (!prefix.empty()) prefix += ' ';
    prefix += parts.number;
    if (!parts.code.empty()) prefix += "-" + parts.code;
    return prefix;
}

std::string answer_subject(std::string_view prefix, std::string_view token_without_sub_addressing) {
    std::string subject(prefix);
    if (token_without_sub_addressing.empty()) return subject;
    if (!subject.empty()) subject += ' ';
    return subject += token_without_sub_addressing;
}

std::optional<FoundCode> find_subject_code(std::string_view subject) {
    const auto text = subject.substr(0, subject_octets_max);
    for (std::size_t at = 0; at < text.size(); ++at)
        if (const auto found = code_at(text, at)) return found;
    return std::nullopt;
}

}
