// SPDX-License-Identifier: MIT
// Whatever a server says, in pieces: the reader neither falls nor grows, and reads the same in one piece.
#include <cstdint>
#include <cstdlib>

#include "daemon/mail/imap_reader.h"

namespace {

std::size_t responses(std::string_view octets, std::size_t piece) {
    mentoring::ImapReader reader;
    std::size_t count = 0;
    for (std::size_t at = 0; at < octets.size(); at += piece)
        for (reader.feed(octets.substr(at, piece)); reader.next();) ++count;
    return count;
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view octets(reinterpret_cast<const char*>(data), size);
    if (size > 0 && responses(octets, size) != responses(octets, 1 + data[0] % 16)) std::abort();
    return 0;
}
