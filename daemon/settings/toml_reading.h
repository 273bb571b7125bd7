// SPDX-License-Identifier: MIT
// A TOML document as a plain tree that remembers lines and the order of the file, and a reader of its tables
// that notes each key asked for: what nobody asked for is an unknown key. toml++ itself stays in the bodies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "workflow/model/fault.h"
#include "workflow/model/instant.h"

namespace mentoring {

inline constexpr std::size_t settings_octets_max = 1024 * 1024;

struct TomlEntry;

struct TomlTable {
    std::vector<TomlEntry> entries;  // in the order of the file
    int line = 0;
};

struct TomlValue;
using TomlArray = std::vector<TomlValue>;

// A kind that neither settings nor programmes use (a float, a time of day).
struct TomlOther {};

struct TomlValue {
    std::variant<std::string, std::int64_t, bool, Date, TomlArray, TomlTable, TomlOther> value;
    int line = 0;
};

struct TomlEntry {
    std::string key;
    TomlValue value;
};

// Syntax faults end the reading of a file: one fault, no tree. `file` is named in faults.
std::optional<TomlTable> toml_from(std::string_view text, const std::string& file, Faults& faults);
// The file's octets; a missing, unreadable or too large file is a fault.
std::optional<std::string> settings_text(const std::filesystem::path& file, Faults& faults);

const TomlValue* find(const TomlTable& table, std::string_view key);
// "a text", "a number", "a table" – for faults.
std::string_view kind_of(const TomlValue& value);

// Where a reader is: the file, the list of faults, and the path within the document.
struct TomlPlace {
    std::string file;
    std::string path;  // "state.review.on.match"; empty at the top
    Faults* faults = nullptr;
};

class TomlSection {
public:
    TomlSection(const TomlTable& table, TomlPlace place) : table_(&table), place_(std::move(place)) {}

    std::string text(std::string_view key, std::string_view otherwise = {});
    bool yes(std::string_view key, bool otherwise);
    std::optional<int> number(std::string_view key, int least, int most);
    // A text alone is a list of one.
    std::vector<std::string> texts(std::string_view key);
    std::optional<TomlSection> section(std::string_view key);
    // A table alone is a list of one.
    std::vector<TomlSection> sections(std::string_view key);
    // Each table inside this one, with its name: [office.chair] of "office".
    std::vector<std::pair<std::string, TomlSection>> named_sections();

    bool has(std::string_view key) const { return find(*table_, key) != nullptr; }
    // Every key of a table whose names are free; all must be texts.
    std::vector<std::pair<std::string, std::string>> free_texts();
    // The key is known here, whether it is read or not.
    void note(std::string_view key) { asked_.emplace_back(key); }
    int line() const { return table_->line; }
    int line_of(std::string_view key) const;
    const TomlPlace& place() const { return place_; }
    void fault(int line, std::string text, std::string hint = {}) const;
    // Reports what was never asked for. Call once, after all has been read.
    void finish() const;

private:
    const TomlValue* take(std::string_view key);
    void wrong_kind(std::string_view key, const TomlValue& found, std::string_view wanted) const;
    TomlPlace below(std::string_view key) const;

    const TomlTable* table_;
    TomlPlace place_;
    std::vector<std::string> asked_;
};

}
