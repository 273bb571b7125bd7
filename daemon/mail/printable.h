// SPDX-License-Identifier: MIT
// What a server said, as one harmless line for a log or an exception: bounded, ASCII, without controls.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mentoring {

inline constexpr std::size_t server_words_max = 200;

inline std::string printable(std::string_view text) {
    std::string line(text.substr(0, server_words_max));
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.pop_back();
    for (char& c : line)
        if (c < ' ' || c > '~') c = '?';
    return line;
}

}
