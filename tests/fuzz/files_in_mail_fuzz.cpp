// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>

#include "daemon/mail/fold.h"
#include "daemon/mail/tnef.h"
#include "daemon/mail/uuencode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    mentoring::read_tnef(bytes);
    mentoring::decode_uuencode(bytes);
    for (auto file = mentoring::find_uuencoded(bytes, 0); file;
         file = mentoring::find_uuencoded(bytes, file->end))
        ;
    const auto folded = mentoring::fold(bytes);
    if (folded.origin.size() != folded.folded.size() + 1) std::abort();
    return 0;
}
