// SPDX-License-Identifier: MIT
#include "daemon/letters/wrap.h"

#include <algorithm>

#include "daemon/letters/safe_text.h"

namespace mentoring {

namespace {

using Units = std::vector<std::string>;

constexpr std::size_t units_least = 2;
constexpr std::size_t columns_least = 20;

Units units_of(std::string_view line) {
    Units units;
    for (std::size_t begin = line.find_first_not_of(' '); begin != std::string_view::npos;) {
        const auto end = std::min(line.find(' ', begin), line.size());
        units.emplace_back(line.substr(begin, end - begin));
        begin = line.find_first_not_of(' ', end);
    }
    return units;
}

std::size_t width(const Units& line) {
    std::size_t total = line.empty() ? 0 : line.size() - 1;
    for (const auto& unit : line) total += columns(unit);
    return total;
}

std::vector<Units> fill_lines(const Units& units, std::size_t columns_max) {
    std::vector<Units> lines;
    for (const auto& unit : units) {
        if (lines.empty() || width(lines.back()) + 1 + columns(unit) > columns_max) lines.emplace_back();
        lines.back().push_back(unit);
    }
    return lines;
}

bool too_short(const Units& line) {
    return line.size() < units_least || width(line) < columns_least;
}

void even_out(std::vector<Units>& lines, std::size_t columns_max) {
    for (std::size_t i = lines.size(); i-- > 1;) {
        auto& line = lines[i];
        auto& before = lines[i - 1];
        while (too_short(line) && before.size() > units_least &&
               width(line) + 1 + columns(before.back()) <= columns_max) {
            line.insert(line.begin(), before.back());
            before.pop_back();
        }
        if (width(line) < columns_least) {
            before.insert(before.end(), line.begin(), line.end());
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

void append_with_plain_blanks(std::string& text, std::string_view unit) {
    std::size_t begin = 0;
    for (auto at = unit.find(unbreakable_blank); at != std::string_view::npos;
         at = unit.find(unbreakable_blank, begin)) {
        text += unit.substr(begin, at - begin);
        text += ' ';
        begin = at + unbreakable_blank.size();
    }
    text += unit.substr(begin);
}

std::string joined(const Units& line) {
    std::string text;
    for (const auto& unit : line) {
        if (!text.empty()) text += ' ';
        append_with_plain_blanks(text, unit);
    }
    return text;
}

}

std::vector<std::string> wrap(std::string_view paragraph, std::size_t columns_max) {
    std::vector<std::string> wrapped;
    for (std::size_t begin = 0; begin <= paragraph.size();) {
        const auto end = std::min(paragraph.find('\n', begin), paragraph.size());
        auto lines = fill_lines(units_of(paragraph.substr(begin, end - begin)), columns_max);
        even_out(lines, columns_max);
        for (const auto& line : lines) wrapped.push_back(joined(line));
        if (lines.empty()) wrapped.emplace_back();
        begin = end + 1;
    }
    return wrapped;
}

}
