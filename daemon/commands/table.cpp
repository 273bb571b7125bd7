// SPDX-License-Identifier: MIT
#include "daemon/commands/table.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <numeric>

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <nlohmann/json.hpp>

namespace mentoring {

namespace {

constexpr int gap = 2;
constexpr int column_width_min = 6;

int width_of(UChar32 character) {
    const auto kind = u_charType(character);
    if (kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR) return 0;
    const auto width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// A character of a text: its octets and how many columns of a terminal it takes.
struct Piece {
    std::string octets;
    int width = 0;
};

std::vector<Piece> pieces_of(const std::string& text) {
    std::vector<Piece> pieces;
    const auto* octets_of_text = reinterpret_cast<const uint8_t*>(text.data());
    const auto size = static_cast<int32_t>(text.size());
    for (int32_t next = 0; next < size;) {
        const int32_t begin = next;
        UChar32 character = 0;
        U8_NEXT(octets_of_text, next, size, character);
        const bool shown =
            character >= 0 && !u_iscntrl(character) && !u_hasBinaryProperty(character, UCHAR_BIDI_CONTROL);
        const auto octets =
            text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(next - begin));
        pieces.push_back(shown ? Piece{octets, width_of(character)} : Piece{"?", 1});
    }
    return pieces;
}

int width_of(const std::vector<Piece>& pieces) {
    return std::accumulate(pieces.begin(), pieces.end(), 0,
                           [](int sum, const Piece& each) { return sum + each.width; });
}

std::string joined(const std::vector<Piece>& pieces) {
    std::string text;
    for (const Piece& each : pieces) text += each.octets;
    return text;
}

// Takes from the front of `rest` what fits; where it can, at the last blank.
std::vector<Piece> take_line(std::vector<Piece>& rest, int width) {
    std::size_t end = 0, last_blank = 0;
    for (int used = 0; end < rest.size() && used + rest[end].width <= width; ++end) {
        used += rest[end].width;
        if (rest[end].octets == " ") last_blank = end;
    }
    if (end < rest.size() && rest[end].octets != " " && last_blank > 0) end = last_blank;
    end = std::max<std::size_t>(end, 1);
    std::vector<Piece> line(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(end));
    while (end < rest.size() && rest[end].octets == " ") ++end;
    rest.erase(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(end));
    return line;
}

std::vector<std::vector<Piece>> lines_of(const std::string& cell, ColumnKind kind, int width) {
    std::vector<Piece> rest = pieces_of(cell);
    if (width_of(rest) <= width) return {rest};
    std::vector<std::vector<Piece>> lines;
    if (kind == ColumnKind::wrapped) {
        while (!rest.empty()) lines.push_back(take_line(rest, width));
        return lines;
    }
    while (!rest.empty() && width_of(rest) > width - 1) rest.pop_back();
    rest.push_back({"…", 1});
    return {rest};
}

std::vector<int> natural_widths(const Table& table) {
    std::vector<int> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        int widest = width_of(pieces_of(table.columns[i].title));
        for (const auto& row : table.rows) widest = std::max(widest, width_of(pieces_of(row[i])));
        widths.push_back(widest);
    }
    return widths;
}

// The widest column that may shrink gives way, one step at a time, until the line fits.
std::vector<int> fitted_widths(const Table& table, int width) {
    std::vector<int> widths = natural_widths(table);
    const int gaps = gap * static_cast<int>(widths.size() - 1);
    while (std::accumulate(widths.begin(), widths.end(), gaps) > width) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool may = table.columns[i].kind != ColumnKind::number && widths[i] > column_width_min;
            if (may && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
        }
        if (widest == widths.size()) break;
        --widths[widest];
    }
    return widths;
}

std::string padded(const std::vector<Piece>& line, int width, ColumnKind kind) {
    const auto blanks = std::string(static_cast<std::size_t>(std::max(0, width - width_of(line))), ' ');
    return kind == ColumnKind::number ? blanks + joined(line) : joined(line) + blanks;
}

void print_row(const Table& table, const std::vector<int>& widths, const std::vector<std::string>& row,
               std::string& out) {
    std::vector<std::vector<std::vector<Piece>>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
        cells.push_back(lines_of(row[i], table.columns[i].kind, widths[i]));
        height = std::max(height, cells.back().size());
    }
    for (std::size_t part = 0; part < height; ++part) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto shown = part < cells[i].size() ? cells[i][part] : std::vector<Piece>{};
            line += (i == 0 ? "" : std::string(gap, ' ')) + padded(shown, widths[i], table.columns[i].kind);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
}

std::string key_of(const std::string& title) {
    std::string key;
    for (const char c : title)
        key += c == ' ' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return key;
}

nlohmann::ordered_json json_cell(const std::string& cell, ColumnKind kind) {
    if (kind == ColumnKind::number) {
        const auto number = nlohmann::ordered_json::parse(cell, nullptr, false);
        if (number.is_number()) return number;
    }
    return cell;
}

}

std::string table_text(const Table& table, int width) {
    if (table.rows.empty()) return table.empty.empty() ? "" : table.empty + "\n";
    const std::vector<int> widths = fitted_widths(table, width);
    std::vector<std::string> titles;
    for (const Column& each : table.columns) titles.push_back(each.title);
    std::string out;
    print_row(table, widths, titles, out);
    for (const auto& row : table.rows) {
        assert(row.size() == table.columns.size());
        print_row(table, widths, row, out);
    }
    return out;
}

std::string table_json(const Table& table) {
    auto rows = nlohmann::ordered_json::array();
    for (const auto& row : table.rows) {
        auto object = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < row.size(); ++i)
            object[key_of(table.columns[i].title)] = json_cell(row[i], table.columns[i].kind);
        rows.push_back(std::move(object));
    }
    return rows.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string printed(const Table& table, Output output) {
    return output == Output::json ? table_json(table) : table_text(table);
}

std::string printed(const std::vector<Section>& sections, Output output) {
    std::string out;
    if (output == Output::json) {
        for (const auto& each : sections) {
            auto array = table_json(each.table);
            array.pop_back();
            out += (out.empty() ? "{" : ",") + nlohmann::json(key_of(each.title)).dump() + ":" + array;
        }
        return out + "}\n";
    }
    for (const auto& each : sections)
        out += (out.empty() ? "" : "\n") + each.title + "\n\n" + table_text(each.table);
    return out;
}

}
