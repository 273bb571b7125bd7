// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>

#include "daemon/mail/header_repair.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    mentoring::OpenBoundaries open;
    open.open("b");
    const auto header = mentoring::repair_header({reinterpret_cast<const char*>(data), size}, open);
    if (header.body > size || header.fields.find_first_of(std::string_view("\r\0", 2)) != std::string::npos)
        std::abort();
    mentoring::repaired_field(header.fields, "subject");
    return 0;
}
