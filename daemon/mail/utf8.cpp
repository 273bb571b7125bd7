// SPDX-License-Identifier: MIT
#include "daemon/mail/utf8.h"

#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <cstring>

#pragma GCC diagnostic ignored "-Wconversion"  // inside U8_NEXT and U8_APPEND_UNSAFE
#pragma GCC diagnostic ignored "-Wsign-conversion"

namespace mentoring {

namespace {

constexpr std::uint64_t every_octet = 0x0101010101010101u;
constexpr std::uint64_t high_bits = every_octet * 0x80;

std::uint64_t word_at(std::string_view bytes, std::size_t i) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, sizeof word);
    return word;
}

}

char32_t next_code_point(std::string_view utf8, std::size_t& at) {
    UChar32 c = 0;
    U8_NEXT(utf8.data(), at, utf8.size(), c);
    return c < 0 ? no_code_point : static_cast<char32_t>(c);
}

void append_code_point(std::string& out, char32_t c) {
    std::array<char, U8_MAX_LENGTH> octets{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(octets.data(), length, c);
    out.append(octets.data(), length);
}

bool is_ascii(std::string_view bytes) {
    std::uint64_t all = 0;
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) all |= word_at(bytes, i);
    for (; i < bytes.size(); ++i) all |= static_cast<std::uint8_t>(bytes[i]);
    return (all & high_bits) == 0;
}

bool is_printable_ascii(std::string_view bytes) {
    std::uint64_t odd = 0;
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        const auto word = word_at(bytes, i);
        odd |= word | (word - every_octet * ' ') | ((word ^ every_octet * 0x7F) - every_octet);
    }
    for (; i < bytes.size(); ++i)
        if (bytes[i] < ' ' || bytes[i] == '\x7F') return false;
    return (odd & high_bits) == 0;
}

bool is_utf8(std::string_view bytes) {
    if (is_ascii(bytes)) return true;
    for (std::size_t i = 0; i < bytes.size();)
        if (static_cast<std::uint8_t>(bytes[i]) < 0x80)
            ++i;
        else if (next_code_point(bytes, i) == no_code_point)
            return false;
    return true;
}

}
