// SPDX-License-Identifier: MIT
// What a mail server says in plain text about a letter that it could not deliver: whom it names, which code,
// and the header of the letter that it returns.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/reading/bounce.h"

namespace mentoring {

struct Notice {
    std::string said;      // in plain letters, what stands above the returned letter, bounded
    std::string returned;  // the returned letter, as far as it is printed
    std::vector<std::string> recipients;
    std::string status;  // first "5.1.1" said
    int code = 0;        // first reply code of SMTP said, 400 to 599; 0 where none is said
};

// `not_meant` are the addresses of the notice itself: they are no bounced recipients.
Notice read_notice(std::string_view text, const std::vector<std::string>& not_meant);

// The first "4.x.y" or "5.x.y" (RFC 3463) in a text that is no part of a longer number or address.
std::optional<std::string> status_in(std::string_view text);

// The header fields of a returned letter, or of what was left of them.
ReturnedLetter returned_letter_from(std::string_view header);

}
