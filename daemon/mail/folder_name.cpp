// SPDX-License-Identifier: MIT
#include "daemon/mail/folder_name.h"

#include <unicode/ustring.h>

#include <cstdint>
#include <vector>

namespace mentoring {

namespace {

bool is_direct(char16_t unit) {
    return unit >= 0x20 && unit <= 0x7e;
}

std::optional<std::u16string> utf16(std::string_view text) {
    std::u16string units(text.size(), u'\0');
    std::int32_t count = 0;
    UErrorCode error = U_ZERO_ERROR;
    u_strFromUTF8(units.data(), static_cast<std::int32_t>(units.size()), &count, text.data(),
                  static_cast<std::int32_t>(text.size()), &error);
    if (U_FAILURE(error)) return std::nullopt;
    units.resize(static_cast<std::size_t>(count));
    return units;
}

// Base64 of the units, big endian, with "," for "/" and without padding.
std::string shifted(std::u16string_view units) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";
    std::string text;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char16_t unit : units) {
        bits = (bits << 16) | unit;
        for (count += 16; count >= 6; count -= 6) text += alphabet[(bits >> (count - 6)) & 0x3f];
    }
    if (count > 0) text += alphabet[(bits << (6 - count)) & 0x3f];
    return text;
}

}

std::optional<std::string> modified_utf7(std::string_view name) {
    if (name.empty() || name.size() > folder_name_octets_max) return std::nullopt;
    const auto units = utf16(name);
    if (!units) return std::nullopt;
    std::string text;
    for (std::size_t begin = 0, end = 0; begin < units->size(); begin = end) {
        end = begin + 1;
        const char16_t unit = (*units)[begin];
        if (unit < 0x20 || unit == 0x7f) return std::nullopt;
        if (is_direct(unit)) {
            text += unit == u'&' ? std::string("&-") : std::string(1, static_cast<char>(unit));
            continue;
        }
        while (end < units->size() && !is_direct((*units)[end])) ++end;
        const auto run = std::u16string_view(*units).substr(begin, end - begin);
        for (const char16_t inside : run)
            if (inside < 0x20 || inside == 0x7f) return std::nullopt;
        text += "&" + shifted(run) + "-";
    }
    return text;
}

std::string imap_quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + "\"";
}

}
