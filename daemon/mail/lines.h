// SPDX-License-Identifier: MIT
// Lines as mails have them: ended by LF, CRLF, CR, or several CR and a LF.
#pragma once

#include <cstddef>
#include <string_view>

namespace mentoring {

struct Line {
    std::string_view text;  // without its end
    std::size_t next = 0;   // where the next line begins
};

// The line at `from`, which must not be behind the end.
inline Line line_at(std::string_view text, std::size_t from) {
    auto end = from;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
    auto next = end;
    while (next < text.size() && text[next] == '\r') ++next;
    if (next < text.size() && text[next] == '\n') return {text.substr(from, end - from), next + 1};
    return {text.substr(from, end - from), end < text.size() ? end + 1 : end};
}

}
