// SPDX-License-Identifier: MIT
// Content-Transfer-Encodings (RFC 2045 §6) read as mail programs write them: wrong padding, stray blanks,
// text that a list server appended, lines that are not encoded at all. Whatever can be decoded is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mentoring {

enum class TransferEncoding { identity, base64, quoted_printable, uuencode };

// From the field's value; unknown names are identity.
TransferEncoding transfer_encoding(std::string_view field);

std::string decode_transfer(std::string_view bytes, TransferEncoding encoding);
std::size_t decoded_octets(std::string_view bytes, TransferEncoding encoding);

// The "Q" encoding of words (RFC 2047 §4.2).
std::string decode_q(std::string_view word);

}
