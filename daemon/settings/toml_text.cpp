// SPDX-License-Identifier: MIT
#include "daemon/settings/toml_text.h"

#include <algorithm>
#include <cstddef>

namespace mentoring {

namespace {

// Behind the quotation that opens at `at`: one mark or three, with escapes between double ones.
std::size_t behind_quotation(std::string_view toml, std::size_t at) {
    const char mark = toml[at];
    const std::size_t marks = toml.substr(at, 3) == std::string_view(mark == '"' ? "\"\"\"" : "'''") ? 3 : 1;
    const auto closing = toml.substr(at, marks);
    for (at += marks; at < toml.size(); ++at) {
        if (marks == 1 && toml[at] == '\n') return at;
        if (mark == '"' && toml[at] == '\\') {
            ++at;
        } else if (toml.substr(at, marks) == closing) {
            return at + marks;
        }
    }
    return toml.size();
}

}

std::optional<int> line_of_foreign_letter(std::string_view toml) {
    for (std::size_t at = 0; at < toml.size();) {
        const char c = toml[at];
        if (static_cast<unsigned char>(c) >= 0x80)
            return 1 + static_cast<int>(
                           std::count(toml.begin(), toml.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        if (c == '#')
            at = std::min(toml.find('\n', at), toml.size());
        else if (c == '"' || c == '\'')
            at = behind_quotation(toml, at);
        else
            ++at;
    }
    return std::nullopt;
}

}
