// SPDX-License-Identifier: MIT
// One whole IMAP response, literals included and with its line end, as a value. Pure. Internal to ImapReader.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "daemon/mail/imap_response.h"

namespace mentoring {

ImapResponse imap_response(std::string_view whole);

// The count of a literal that this line announces at its end, line end excluded: {12}, ~{12}. A status line
// or a continuation announces none, whatever its text looks like. More than fits is the largest count.
std::optional<std::size_t> announced_literal(std::string_view response, std::string_view line);

}
