// SPDX-License-Identifier: MIT
#include <cstdint>

#include "workflow/reading/bounce.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    mentoring::Mail mail;
    mail.text.assign(reinterpret_cast<const char*>(data), size);
    mail.null_return_path = true;
    mail.subject = "Undelivered mail";
    mentoring::read_bounce(mail);
    mail.reports = {{"message/delivery-status", mail.text}, {"message/rfc822", mail.text}};
    mentoring::read_bounce(mail);
    return 0;
}
