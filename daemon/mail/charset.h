// SPDX-License-Identifier: MIT
// Bytes in any charset to UTF-8. What cannot be decoded becomes U+FFFD; the result is always valid UTF-8
// without NUL. ASCII, UTF-8 and the Latin-1 family are decoded here, all others by ICU.
#pragma once

#include <string>
#include <string_view>

namespace mentoring {

// `charset` as a mail names it ("ks_c_5601-1987", "x-sjis", "utf8"). Empty, unknown, or contradicted by the
// bytes (8-bit in us-ascii, invalid UTF-8): UTF-8 if valid, else `likely`, else Windows-1252.
std::string to_utf8(std::string_view bytes, std::string_view charset, std::string_view likely = {});

// Undeclared ASCII that holds words of UTF-7, in a mail whose text is in UTF-7.
bool is_utf7(std::string_view bytes, std::string_view likely);

// A name ICU knows for the charset a mail names, empty where there is none.
std::string known_charset(std::string_view name);

}
