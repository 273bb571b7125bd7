// SPDX-License-Identifier: MIT
// What octets are, and code points of UTF-8, by ICU's macros.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mentoring {

bool is_ascii(std::string_view bytes);
bool is_printable_ascii(std::string_view bytes);  // no control character either, not even a tab
bool is_utf8(std::string_view bytes);

inline constexpr char32_t no_code_point = 0xFFFFFFFF;

// The code point at `at`, which moves behind it; no_code_point for octets that are no UTF-8.
char32_t next_code_point(std::string_view utf8, std::size_t& at);
void append_code_point(std::string& out, char32_t c);

}
