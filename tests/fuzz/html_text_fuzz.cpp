// SPDX-License-Identifier: MIT
#include <cstdint>

#include "daemon/mail/charset.h"
#include "daemon/mail/html_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view html(reinterpret_cast<const char*>(data), size);
    mentoring::html_to_text(mentoring::to_utf8(html, mentoring::html_charset(html)));
    return 0;
}
