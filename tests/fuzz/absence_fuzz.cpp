// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>

#include "workflow/reading/absence.h"
#include "workflow/reading/automatic.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto day = mentoring::return_date_in(text, *mentoring::date_from_iso("2026-05-04"));
    if (day && !day->ok()) std::abort();
    mentoring::Mail mail;
    mail.subject = text.substr(0, size / 4);
    mail.fields = {{"Auto-Submitted", std::string(text.substr(0, size / 8))}};
    mentoring::automatic_by_header(mail);
    mentoring::automatic_by_wording(mail, text);
    return 0;
}
