// SPDX-License-Identifier: MIT
// The name of a folder as IMAP writes it: modified UTF-7 (RFC 3501 §5.1.3), in quotes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mentoring {

inline constexpr std::size_t folder_name_octets_max = 255;

// From UTF-8. Nothing for what is no UTF-8, empty, too long, or holds a control.
std::optional<std::string> modified_utf7(std::string_view name);

// "\"" and "\\" escaped.
std::string imap_quoted(std::string_view text);

}
