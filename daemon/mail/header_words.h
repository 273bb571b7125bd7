// SPDX-License-Identifier: MIT
// Encoded words (RFC 2047) and raw 8-bit octets of a header value to UTF-8. Neighbouring words of one charset
// are joined as bytes before they are decoded, since programs cut characters in two. Control characters
// become blanks, so that the result is one line.
#pragma once

#include <string>
#include <string_view>

namespace mentoring {

// `likely` is the charset to read raw 8-bit octets in that are no UTF-8, usually that of the body.
std::string decode_words(std::string_view value, std::string_view likely = {});

}
