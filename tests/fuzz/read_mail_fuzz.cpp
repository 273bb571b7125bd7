// SPDX-License-Identifier: MIT
#include <cstdint>

#include "daemon/mail/read_mail.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    mentoring::read_mail({reinterpret_cast<const char*>(data), size});
    return 0;
}
