// SPDX-License-Identifier: MIT
#include "daemon/letters/unbroken.h"

#include <algorithm>

#include "daemon/letters/safe_text.h"

namespace mentoring {

namespace {

constexpr std::size_t full_line_columns = 60;

bool begins_anew(char first) {
    return std::string_view(" \t-*+\u2022>|").find(first) != std::string_view::npos ||
           (first >= '0' && first <= '9');
}

bool goes_on(std::string_view line, std::string_view next) {
    return columns(line) >= full_line_columns && !next.empty() && !begins_anew(next.front());
}

std::string_view line_at(std::string_view text, std::size_t begin) {
    return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

}

std::string unbroken(std::string_view words) {
    std::string text;
    for (std::size_t begin = 0; begin <= words.size();) {
        const auto line = line_at(words, begin);
        text += line;
        begin += line.size() + 1;
        if (begin <= words.size()) text += goes_on(line, line_at(words, begin)) ? ' ' : '\n';
    }
    return text;
}

}
