// SPDX-License-Identifier: MIT
#include "daemon/mail/utf8.h"

#include <unicode/utf8.h>

#include <array>

#pragma GCC diagnostic ignored "-Wconversion"  // inside U8_NEXT and U8_APPEND_UNSAFE
#pragma GCC diagnostic ignored "-Wsign-conversion"

namespace mentoring {

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

}
