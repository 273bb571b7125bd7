// SPDX-License-Identifier: MIT
#include "daemon/settings/toml_reading.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include "daemon/settings/toml_document.h"

namespace mentoring {

namespace {

int line_of_node(const toml::node& node) {
    return static_cast<int>(node.source().begin.line);
}

TomlValue value_from(const toml::node& node);

// toml++ keeps tables sorted by key; people read the file from top to bottom.
TomlTable table_from(const toml::table& table) {
    struct Placed {
        toml::source_position position;
        TomlEntry entry;
    };
    std::vector<Placed> placed;
    for (const auto& [key, node] : table)
        placed.push_back({key.source().begin, {std::string(key.str()), value_from(node)}});
    std::stable_sort(placed.begin(), placed.end(),
                     [](const Placed& left, const Placed& right) { return left.position < right.position; });
    TomlTable result{{}, line_of_node(table)};
    for (Placed& each : placed) {
        if (each.entry.value.line == 0) each.entry.value.line = static_cast<int>(each.position.line);
        result.entries.push_back(std::move(each.entry));
    }
    if (result.line == 0 && !result.entries.empty()) result.line = result.entries.front().value.line;
    return result;
}

TomlArray array_from(const toml::array& array) {
    TomlArray result;
    for (const toml::node& each : array) result.push_back(value_from(each));
    return result;
}

Date date_from(const toml::date& date) {
    return Date{std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
}

TomlValue value_from(const toml::node& node) {
    TomlValue result{TomlOther{}, line_of_node(node)};
    if (const auto* text = node.as_string()) result.value = text->get();
    if (const auto* number = node.as_integer()) result.value = number->get();
    if (const auto* truth = node.as_boolean()) result.value = truth->get();
    if (const auto* date = node.as_date()) result.value = date_from(date->get());
    if (const auto* array = node.as_array()) result.value = array_from(*array);
    if (const auto* table = node.as_table()) result.value = table_from(*table);
    return result;
}

std::string in_quotes(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

}

std::optional<TomlTable> toml_from(std::string_view text, const std::string& file, Faults& faults) {
    const auto document = toml_document(text, file, faults);
    if (!document) return std::nullopt;
    return table_from(*document);
}

std::optional<std::string> settings_text(const std::filesystem::path& file, Faults& faults) {
    std::error_code trouble;
    const auto size = std::filesystem::file_size(file, trouble);
    if (trouble) {
        faults.push_back({file.string(), 0, "cannot be read: " + trouble.message(), "", {}});
        return std::nullopt;
    }
    if (size > settings_octets_max) {
        faults.push_back({file.string(), 0, "larger than 1 MB", "is this the right file?", {}});
        return std::nullopt;
    }
    std::ifstream stream(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (!stream || stream.bad()) {
        faults.push_back({file.string(), 0, "cannot be read", "", {}});
        return std::nullopt;
    }
    return text;
}

const TomlValue* find(const TomlTable& table, std::string_view key) {
    const auto found = std::find_if(table.entries.begin(), table.entries.end(),
                                    [&](const TomlEntry& each) { return each.key == key; });
    return found == table.entries.end() ? nullptr : &found->value;
}

std::string_view kind_of(const TomlValue& value) {
    constexpr std::string_view kinds[] = {"a text", "a number", "true or false",          "a date",
                                          "a list", "a table",  "a value of another kind"};
    return kinds[value.value.index()];
}

const TomlValue* TomlSection::take(std::string_view key) {
    asked_.emplace_back(key);
    return find(*table_, key);
}

TomlPlace TomlSection::below(std::string_view key) const {
    TomlPlace place = place_;
    place.path += (place.path.empty() ? "" : ".") + std::string(key);
    return place;
}

void TomlSection::fault(int line, std::string text, std::string hint) const {
    const std::string where = place_.path.empty() ? "" : place_.path + ": ";
    place_.faults->push_back({place_.file, line, where + std::move(text), std::move(hint), {}});
}

void TomlSection::wrong_kind(std::string_view key, const TomlValue& found, std::string_view wanted) const {
    fault(found.line,
          std::string(key) + " is " + std::string(kind_of(found)) + ", not " + std::string(wanted));
}

std::string TomlSection::text(std::string_view key, std::string_view otherwise) {
    const TomlValue* found = take(key);
    if (found == nullptr) return std::string(otherwise);
    if (const auto* text = std::get_if<std::string>(&found->value)) return *text;
    wrong_kind(key, *found, "a text");
    return std::string(otherwise);
}

bool TomlSection::yes(std::string_view key, bool otherwise) {
    const TomlValue* found = take(key);
    if (found == nullptr) return otherwise;
    if (const auto* truth = std::get_if<bool>(&found->value)) return *truth;
    wrong_kind(key, *found, "true or false");
    return otherwise;
}

std::optional<int> TomlSection::number(std::string_view key, int least, int most) {
    const TomlValue* found = take(key);
    if (found == nullptr) return std::nullopt;
    const auto* number = std::get_if<std::int64_t>(&found->value);
    if (number == nullptr) {
        wrong_kind(key, *found, "a number");
        return std::nullopt;
    }
    if (*number >= least && *number <= most) return static_cast<int>(*number);
    fault(found->line, std::string(key) + " = " + std::to_string(*number) + ": not between " +
                           std::to_string(least) + " and " + std::to_string(most));
    return std::nullopt;
}

std::vector<std::string> TomlSection::texts(std::string_view key) {
    const TomlValue* found = take(key);
    if (found == nullptr) return {};
    if (const auto* text = std::get_if<std::string>(&found->value)) return {*text};
    const auto* list = std::get_if<TomlArray>(&found->value);
    if (list == nullptr) {
        wrong_kind(key, *found, "a text or a list of texts");
        return {};
    }
    std::vector<std::string> result;
    for (const TomlValue& each : *list) {
        const auto* text = std::get_if<std::string>(&each.value);
        if (text != nullptr) result.push_back(*text);
        if (text == nullptr) wrong_kind(key, each, "a text");
    }
    return result;
}

std::optional<TomlSection> TomlSection::section(std::string_view key) {
    const TomlValue* found = take(key);
    if (found == nullptr) return std::nullopt;
    if (const auto* table = std::get_if<TomlTable>(&found->value)) return TomlSection(*table, below(key));
    wrong_kind(key, *found, "a table");
    return std::nullopt;
}

std::vector<TomlSection> TomlSection::sections(std::string_view key) {
    const TomlValue* found = take(key);
    if (found == nullptr) return {};
    std::vector<TomlSection> result;
    const auto add = [&](const TomlValue& each) {
        if (const auto* table = std::get_if<TomlTable>(&each.value)) {
            result.emplace_back(*table, below(key));
        } else {
            wrong_kind(key, each, "a table");
        }
    };
    if (const auto* list = std::get_if<TomlArray>(&found->value)) {
        std::for_each(list->begin(), list->end(), add);
    } else {
        add(*found);
    }
    return result;
}

std::vector<std::pair<std::string, TomlSection>> TomlSection::named_sections() {
    std::vector<std::pair<std::string, TomlSection>> result;
    for (const TomlEntry& each : table_->entries) {
        asked_.push_back(each.key);
        if (const auto* table = std::get_if<TomlTable>(&each.value.value)) {
            result.emplace_back(each.key, TomlSection(*table, below(each.key)));
        } else {
            wrong_kind(each.key, each.value, "a table");
        }
    }
    return result;
}

std::vector<std::pair<std::string, std::string>> TomlSection::free_texts() {
    std::vector<std::pair<std::string, std::string>> result;
    for (const TomlEntry& each : table_->entries) {
        asked_.push_back(each.key);
        if (const auto* text = std::get_if<std::string>(&each.value.value)) {
            result.emplace_back(each.key, *text);
        } else {
            wrong_kind(each.key, each.value, "a text");
        }
    }
    return result;
}

int TomlSection::line_of(std::string_view key) const {
    const TomlValue* found = find(*table_, key);
    return found == nullptr ? table_->line : found->line;
}

void TomlSection::finish() const {
    for (const TomlEntry& each : table_->entries)
        if (std::find(asked_.begin(), asked_.end(), each.key) == asked_.end())
            fault(each.value.line, in_quotes(each.key) + ": no such key", did_you_mean(each.key, asked_));
}

}
