// SPDX-License-Identifier: MIT
// Files written into a text between "begin 644 name" and "end" (POSIX uuencode).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mentoring {

struct UuencodedFile {
    std::string_view name;  // bytes of unknown charset
    std::size_t begin = 0;  // of the "begin" line
    std::size_t end = 0;    // behind the "end" line, or behind the last line that is data
    std::size_t octets = 0;
};

// The first file in `text` at or behind `from`; a "begin" line that no data follows is text.
std::optional<UuencodedFile> find_uuencoded(std::string_view text, std::size_t from);

// The data of all lines that are uuencoded, with or without their frame.
std::string decode_uuencode(std::string_view bytes);

}
