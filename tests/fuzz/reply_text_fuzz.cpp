// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>

#include "workflow/reading/reply_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    static const mentoring::OwnLetters own(
        {"Dear mentor,\nwould you take on a mentee this spring?\nPlease answer ACCEPT or DECLINE.\n"});
    const auto reply = mentoring::reply_text(text, own, "Ada Lindqvist");
    if (reply.words.size() > size + 1 || reply.visible.size() > size + 1) std::abort();
    return 0;
}
