// SPDX-License-Identifier: MIT
#include "daemon/letters/base32.h"

namespace mentoring {

namespace {

constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz234567";
constexpr unsigned bits_a_character = 5;
constexpr unsigned bits_an_octet = 8;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

}

std::string base32(std::span<const unsigned char> octets) {
    std::string text;
    unsigned pending = 0;
    unsigned bits = 0;
    for (const auto octet : octets) {
        pending = (pending << bits_an_octet) | octet;
        bits += bits_an_octet;
        while (bits >= bits_a_character) {
            bits -= bits_a_character;
            text += alphabet[(pending >> bits) & 0x1f];
        }
        pending &= (1u << bits) - 1;
    }
    if (bits > 0) text += alphabet[(pending << (bits_a_character - bits)) & 0x1f];
    return text;
}

std::optional<std::vector<unsigned char>> from_base32(std::string_view text) {
    std::vector<unsigned char> octets;
    unsigned pending = 0;
    unsigned bits = 0;
    for (const char c : text) {
        const auto value = alphabet.find(lower(c));
        if (value == std::string_view::npos) return std::nullopt;
        pending = (pending << bits_a_character) | static_cast<unsigned>(value);
        bits += bits_a_character;
        if (bits < bits_an_octet) continue;
        bits -= bits_an_octet;
        octets.push_back(static_cast<unsigned char>(pending >> bits));
        pending &= (1u << bits) - 1;
    }
    if (bits >= bits_a_character || pending != 0) return std::nullopt;
    return octets;
}

std::optional<std::string> lower_base32(std::string_view text) {
    std::string lowered;
    for (const char c : text) {
        if (alphabet.find(lower(c)) == std::string_view::npos) return std::nullopt;
        lowered += lower(c);
    }
    return lowered;
}

}
