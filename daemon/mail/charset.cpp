// SPDX-License-Identifier: MIT
#include "daemon/mail/charset.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

#include "daemon/mail/utf8.h"

namespace mentoring {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::size_t double_byte_accident_max = 6;  // characters that may be valid UTF-8 by chance
constexpr std::size_t utf8_octets_per_octet_max = 3;
constexpr std::size_t utf7_word_octets_min = 3;  // one character of 16 bits

// Windows-1252 0x80-0x9F as the WHATWG decodes them: the five unassigned stay C1 controls.
constexpr std::array<char16_t, 32> windows_1252_high = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::string without_nul(std::string text) {
    if (text.find('\0') != std::string::npos) std::erase(text, '\0');
    return text;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto octet = static_cast<std::uint8_t>(c);
        if (octet == 0) continue;
        if (octet < 0x80)
            out += c;
        else
            append_code_point(out, octet < 0xA0 ? windows_1252_high[octet - 0x80u] : octet);
    }
    return out;
}

std::string from_broken_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + 16);
    for (std::size_t i = 0; i < bytes.size();) {
        const auto c = next_code_point(bytes, i);
        if (c != 0) append_code_point(out, c == no_code_point ? replacement : c);
    }
    return out;
}

std::string from_icu(std::string_view bytes, const std::string& charset) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &error),
                                                                       &ucnv_close);
    if (U_FAILURE(error)) return from_broken_utf8(bytes);
    std::string out(bytes.size() * utf8_octets_per_octet_max + 1, '\0');
    const auto length =
        ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), out.data(), static_cast<std::int32_t>(out.size()),
                           bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
    if (U_FAILURE(error)) return from_broken_utf8(bytes);
    out.resize(static_cast<std::size_t>(length));
    return without_nul(std::move(out));
}

// ISO-2022 texts that were joined shift to ASCII and at once back; ICU takes the empty segment for an attack.
std::string without_empty_shifts(std::string_view bytes) {
    std::string kept;
    kept.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const auto here = bytes.substr(at, 4);
        const bool idle = here == "\x1B(B\x1B" || here == "\x1B(J\x1B";
        if (!idle) kept += bytes[at];
        at += idle ? 3 : 1;
    }
    return kept;
}

std::string decode(std::string_view bytes, const std::string& charset) {
    if (charset.starts_with("iso-2022-")) return from_icu(without_empty_shifts(bytes), charset);
    return charset == "windows-1252" ? from_windows_1252(bytes) : from_icu(bytes, charset);
}

std::size_t characters_of_utf8(std::string_view bytes) {
    std::size_t found = 0;
    for (const char c : bytes)
        if ((static_cast<std::uint8_t>(c) & 0xC0u) == 0xC0u) ++found;
    return found;
}

bool is_double_byte(std::string_view charset) {
    constexpr std::array names = {"gb", "big5", "euc-", "windows-949", "windows-31j", "cp9", "johab"};
    return std::any_of(names.begin(), names.end(),
                       [&](const char* each) { return charset.starts_with(each); });
}

// Valid UTF-8 is never an accident in a single-byte charset, and hardly ever in a longer double-byte text.
bool is_mislabelled_utf8(std::string_view bytes, std::string_view charset) {
    if (charset.starts_with("utf-16") || charset.starts_with("utf-32")) return false;
    const auto enough = is_double_byte(charset) ? double_byte_accident_max : 0;
    return !is_ascii(bytes) && is_utf8(bytes) && characters_of_utf8(bytes) > enough;
}

// A text cut in the middle of a character is still UTF-8; a Latin-1 text with a few accents is not.
bool is_mostly_utf8(std::string_view bytes) {
    std::size_t good = 0, bad = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const auto c = next_code_point(bytes, i);
        if (c == no_code_point)
            ++bad;
        else if (c > 0x7F)
            ++good;
    }
    return bad <= good / 4;
}

// ISO-2022 is seven-bit: without a declaration only its escapes tell (RFC 1468, RFC 1557).
std::string_view shifted_charset(std::string_view bytes) {
    if (bytes.find("\x1B$)C") != std::string_view::npos) return "iso-2022-kr";
    return bytes.find("\x1B$") != std::string_view::npos ? "iso-2022-jp" : "";
}

// "Fr+APY-sche": UTF-7 is ASCII too, and tells itself by nothing but such a word.
bool holds_utf7_word(std::string_view bytes) {
    const auto is_base64 = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
               c == '/';
    };
    for (auto at = bytes.find('+'); at != std::string_view::npos; at = bytes.find('+', at + 1)) {
        auto end = at + 1;
        while (end < bytes.size() && is_base64(bytes[end])) ++end;
        if (end - at > utf7_word_octets_min && end < bytes.size() && bytes[end] == '-') return true;
        at = end - 1;
    }
    return false;
}

std::string decode_undeclared(std::string_view bytes, std::string_view likely) {
    if (is_utf7(bytes, likely)) {
        auto text = from_icu(bytes, "utf-7");
        if (text.find("\xEF\xBF\xBD") == std::string::npos) return text;
    }
    if (is_ascii(bytes)) {
        const auto shifted = shifted_charset(bytes);
        return shifted.empty() ? without_nul(std::string(bytes)) : from_icu(bytes, std::string(shifted));
    }
    if (is_mostly_utf8(bytes)) return from_broken_utf8(bytes);
    const auto hint = known_charset(likely);
    return decode(bytes, hint.empty() || hint == "utf-8" || hint == "us-ascii" ? "windows-1252" : hint);
}

}

bool is_utf7(std::string_view bytes, std::string_view likely) {
    return known_charset(likely) == "utf-7" && is_ascii(bytes) && holds_utf7_word(bytes);
}

std::string to_utf8(std::string_view bytes, std::string_view charset, std::string_view likely) {
    const auto known = known_charset(charset);
    if (known.empty() || known == "us-ascii") return decode_undeclared(bytes, likely);
    if (known == "utf-8")
        return is_utf8(bytes) ? without_nul(std::string(bytes)) : decode_undeclared(bytes, likely);
    return is_mislabelled_utf8(bytes, known) ? without_nul(std::string(bytes)) : decode(bytes, known);
}

}
