// SPDX-License-Identifier: MIT
// The rows of tests/corpus/*/expected.tsv: real mail with what its owners' own tests assert.
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace expectation {

inline std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string unescaped(const std::string& cell) {
    std::string out;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] != '\\' || i + 1 == cell.size()) {
            out += cell[i];
            continue;
        }
        const char c = cell[++i];
        out += c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
    }
    return out;
}

struct Row {
    std::filesystem::path folder;
    std::map<std::string, std::string> cells;

    std::filesystem::path file() const { return folder / cells.at("file"); }
    std::string raw() const { return contents(file()); }
    // "@name" is the text of that file.
    std::string text(const std::string& column) const {
        const auto& cell = cells.at(column);
        const bool aside = cell.starts_with('@') && std::filesystem::exists(folder / cell.substr(1));
        return aside ? contents(folder / cell.substr(1)) : unescaped(cell);
    }
    std::vector<std::string> list(const std::string& column) const {
        const auto& cell = cells.at(column);
        return cell.empty() ? std::vector<std::string>{}
                            : nlohmann::json::parse(cell).get<std::vector<std::string>>();
    }
};

inline std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '\t');) cells.push_back(cell);
    return cells;
}

inline std::vector<Row> rows(const std::string& type) {
    std::vector<Row> found;
    for (const auto& folder : std::filesystem::directory_iterator(TESTS_FOLDER "/corpus")) {
        std::ifstream table(folder.path() / "expected.tsv", std::ios::binary);
        std::string line;
        std::getline(table, line);
        const auto names = split(line);
        while (std::getline(table, line)) {
            Row row{folder.path(), {}};
            auto cells = split(line);
            cells.resize(names.size());
            for (std::size_t i = 0; i < names.size(); ++i) row.cells[names[i]] = cells[i];
            if (row.cells["type"] == type) found.push_back(std::move(row));
        }
    }
    return found;
}

}
