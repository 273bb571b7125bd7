// SPDX-License-Identifier: MIT
// Header fields as they go on the wire: encoded words (RFC 2047) where the value is not ASCII, folded at 78
// columns (RFC 5322 §2.1.1), ended by CRLF. A value cannot end its field: control characters become blanks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

std::string text_line(std::string_view name, std::string_view utf8);
// `display` may be empty; `address` is taken as it is, the caller has checked it.
std::string address_line(std::string_view name, std::string_view display, std::string_view address);
// Ids without angle brackets, checked by the caller.
std::string ids_line(std::string_view name, const std::vector<std::string>& ids);

}
