// SPDX-License-Identifier: MIT
// The files inside winmail.dat, Outlook's application/ms-tnef (MS-OXTNEF): names and sizes, nothing else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

struct TnefFile {
    std::string name;  // UTF-8; the long name where there is one
    std::size_t octets = 0;
};

// Reads as far as the stream makes sense; nothing where it is no TNEF.
std::vector<TnefFile> read_tnef(std::string_view bytes);

}
