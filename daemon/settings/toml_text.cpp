// SPDX-License-Identifier: MIT
#include "daemon/settings/toml_text.h"

#include <algorithm>
#include <cctype>
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

// Whether a name follows the brackets on their line.
bool names_a_table(std::string_view toml, std::size_t at) {
    while (at < toml.size() && (toml[at] == '[' || toml[at] == ' ' || toml[at] == '\t')) ++at;
    if (at >= toml.size()) return false;
    const auto c = static_cast<unsigned char>(toml[at]);
    return std::isalnum(c) || c == '_' || c == '-' || c == '"' || c == '\'' || c >= 0x80;
}

std::optional<TomlFault> fault_at(std::string_view toml, std::size_t at, std::string text) {
    const auto before = toml.substr(0, at);
    return TomlFault{1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')), std::move(text)};
}

}

std::optional<TomlFault> fault_before_parsing(std::string_view toml) {
    int depth = 0;  // of the brackets of a value
    bool begins_line = true, heads_table = false;
    for (std::size_t at = 0; at < toml.size();) {
        const char c = toml[at];
        if (static_cast<unsigned char>(c) >= 0x80)
            return fault_at(toml, at, "a letter beyond ASCII outside of quotes");
        if (begins_line && depth == 0 && c == '[') {
            heads_table = true;
            if (!names_a_table(toml, at)) return fault_at(toml, at, "a table without a name");
        }
        begins_line = c == '\n' || c == '\r' || (begins_line && (c == ' ' || c == '\t'));
        heads_table = heads_table && !begins_line;
        if (!heads_table) depth += c == '[' ? 1 : c == ']' && depth > 0 ? -1 : 0;
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
