// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>

#include "daemon/mail/addresses.h"
#include "daemon/mail/header_words.h"
#include "daemon/mail/mail_date.h"
#include "daemon/mail/parameters.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view value(reinterpret_cast<const char*>(data), size);
    if (mentoring::decode_words(value).find_first_of("\r\n") != std::string::npos) std::abort();
    mentoring::parse_parameters(value);
    mentoring::read_addresses(value);
    mentoring::read_mail_date(value);
    return 0;
}
