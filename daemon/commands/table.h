// SPDX-License-Identifier: MIT
// What a command prints: rows under headings, at most 80 columns wide for people, JSON for programs.
#pragma once

#include <string>
#include <vector>

namespace mentoring {

// number: set to the right, and a JSON number where the cell is one. text: cut with "…" where the line is too
// narrow. wrapped: continued on the next line instead.
enum class ColumnKind { text, number, wrapped };

struct Column {
    std::string title;  // heading; in lower case with "_" for blanks it is the JSON key
    ColumnKind kind = ColumnKind::text;
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;  // each as long as `columns`, UTF-8
    std::string empty;                           // said where there are no rows: "No case is open."
};

constexpr int table_width_max = 80;

// Controls in cells become "?", so that no mail can steer a terminal.
std::string table_text(const Table& table, int width = table_width_max);
// An array of objects, one line.
std::string table_json(const Table& table);

// For --json everywhere.
enum class Output { text, json };
std::string printed(const Table& table, Output output);

// Several tables under one another, or one JSON object with an array for each.
struct Section {
    std::string title;  // a JSON key like a column's
    Table table;
};
std::string printed(const std::vector<Section>& sections, Output output);

}
