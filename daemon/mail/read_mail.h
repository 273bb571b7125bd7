// SPDX-License-Identifier: MIT
// Bytes of a mail to Mail: header repair, MIME structure (mimetic), transfer encodings, charsets, RFC 2047
// and RFC 2231 words, HTML to text. Any bytes are welcome; what exceeds daemon/mail/limits.h is Unreadable
// with the reason. Never throws, never writes, keeps nothing of `raw`.
#pragma once

#include <string_view>

#include "workflow/model/mail.h"

namespace mentoring {

ReadMail read_mail(std::string_view raw);

// A body alone, without any header: `plain` is taken as text, `html` is turned into text; `none` is an empty
// mail. The bytes are UTF-8 where they are valid UTF-8, else the charset is guessed. A
// body over the limits is an empty mail.
Mail read_body(std::string_view body, TextOrigin origin);

}
