// SPDX-License-Identifier: MIT
// A mail reduced to its structure, so that a strict parser can read it safely and for any size: every header
// repaired, every boundary replaced by one of ours that can occur nowhere else, missing delimiters supplied,
// and in place of each leaf's body one line "OFFSET LENGTH" that tells where it lies in the raw mail.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mentoring {

struct Outline {
    std::string text;
    const char* exceeded = nullptr;  // the limit that the mail exceeds, a phrase; `text` is then of no use
};

// A message/rfc822 that is itself base64 or quoted-printable is a leaf of this type.
inline constexpr std::string_view encoded_message_type = "message/x-encoded";

// Each entity's header begins with a Content-Type of ours: the true type, and our boundary for a multipart.
Outline outline(std::string_view raw);

// The body that a leaf's line stands for.
std::string_view outlined_body(std::string_view raw, std::string_view line);

}
