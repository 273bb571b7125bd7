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

inline constexpr std::size_t carriage_returns_max = 4;  // before one LF; more are empty lines

// Where the first CR or LF stands. The window grows so that neither a mail without LF nor one long line is
// searched to its end for each line.
inline std::size_t find_line_end(std::string_view text) {
    if (!text.empty() && (text.front() == '\n' || text.front() == '\r')) return 0;
    for (std::size_t window = 256;; window *= 2) {
        const auto near = text.substr(0, window);
        const auto feed = near.find('\n');
        const auto end = near.substr(0, feed).find('\r');
        if (end != std::string_view::npos) return end;
        if (feed != std::string_view::npos) return feed;
        if (near.size() == text.size()) return text.size();
    }
}

// The line at `from`, which must not be behind the end.
inline Line line_at(std::string_view text, std::size_t from) {
    const auto rest = text.substr(from);
    const auto end = find_line_end(rest);
    auto next = end;
    while (next < rest.size() && next - end < carriage_returns_max && rest[next] == '\r') ++next;
    if (next < rest.size() && rest[next] == '\n') return {rest.substr(0, end), from + next + 1};
    return {rest.substr(0, end), end < rest.size() ? from + end + 1 : text.size()};
}

}
