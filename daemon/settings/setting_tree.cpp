// SPDX-License-Identifier: MIT
#include "daemon/settings/setting_tree.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "daemon/settings/setting_value.h"
#include "daemon/settings/settings_keys.h"

namespace mentoring {

namespace {

std::string joined(const std::string& path, const std::string& name) {
    return path.empty() ? name : path + "." + name;
}

// Keys by which people try to put a secret into the file.
bool is_secret(std::string_view name) {
    constexpr std::array<std::string_view, 7> secrets{"password", "passwd", "pass", "passphrase",
                                                      "secret",   "token",  "pwd"};
    return std::find(secrets.begin(), secrets.end(), name) != secrets.end();
}

std::optional<TomlValue> default_of(const SettingKey& key) {
    if (key.otherwise.empty()) return std::nullopt;
    Faults faults;
    const auto tree = toml_from("x = " + std::string(key.otherwise), "default", faults);
    assert(tree && faults.empty());
    return tree->entries.front().value;
}

}

SettingTree::SettingTree(const TomlTable& table, std::filesystem::path file, Faults& faults)
    : file_(std::move(file)), faults_(&faults) {
    walk(table, "");
    require_all();
}

void SettingTree::walk(const TomlTable& table, const std::string& path) {
    for (const TomlEntry& each : table.entries) {
        const std::string below = joined(path, each.key);
        lines_[below] = each.value.line;
        names_[path].push_back(each.key);
        const auto* section = std::get_if<TomlTable>(&each.value.value);
        if (section != nullptr && is_setting_section(below)) {
            walk(*section, below);
        } else {
            add(below, each.value);
        }
    }
}

void SettingTree::add(const std::string& path, const TomlValue& value) {
    const SettingKey* key = setting_key(path);
    if (key == nullptr) return unknown(path, value);
    if (const auto wrong = objection(*key, value)) {
        fault(path, std::string(last_part(path)) + ": " + wrong->text, wrong->hint);
    } else {
        values_[path] = value;
    }
}

void SettingTree::unknown(const std::string& path, const TomlValue& value) const {
    const std::string name(last_part(path));
    if (is_secret(name))
        return fault(path, "a " + name + " does not belong into this file",
                     "put it into a file of its own and say password_file, or use credential");
    const bool section = std::holds_alternative<TomlTable>(value.value);
    const std::string what = section                    ? "no such section"
                             : is_setting_section(path) ? "is a section"
                                                        : "no such key";
    fault(path, "\"" + name + "\": " + what, did_you_mean(name, setting_names_below(section_of(path))));
}

// A required key below "*" is required for each name that stands there.
void SettingTree::require_all() const {
    for (const SettingKey& each : setting_keys()) {
        if (each.need != SettingNeed::required) continue;
        const std::string name(each.name);
        const auto star = name.find(".*.");
        if (star == std::string::npos) {
            if (last_part(name) != "*") require(name);
            continue;
        }
        const std::string group = name.substr(0, star);
        for (const std::string& instance : names(group))
            require(group + "." + instance + name.substr(star + 2));
    }
}

void SettingTree::require(const std::string& path) const {
    if (lines_.count(path) != 0) return;
    fault(path, std::string(last_part(path)) + " is missing",
          "for example " + std::string(last_part(path)) + " = " + std::string(setting_key(path)->example));
}

int SettingTree::line_of(std::string path) const {
    while (!path.empty()) {
        const auto found = lines_.find(path);
        if (found != lines_.end()) return found->second;
        path = section_of(path);
    }
    return 0;
}

void SettingTree::fault(const std::string& path, std::string text, std::string hint) const {
    const std::string where(section_of(path));
    faults_->push_back({file_.filename().string(), line_of(path),
                        (where.empty() ? "" : "[" + where + "] ") + text, std::move(hint), Severity::fault});
}

void SettingTree::warning(const std::string& path, std::string text, std::string hint) const {
    fault(path, std::move(text), std::move(hint));
    faults_->back().severity = Severity::warning;
}

const TomlValue* SettingTree::value(const std::string& path) const {
    const auto found = values_.find(path);
    if (found != values_.end()) return &found->second;
    static const std::map<std::string_view, TomlValue> defaults = [] {
        std::map<std::string_view, TomlValue> all;
        for (const SettingKey& each : setting_keys())
            if (auto value = default_of(each)) all.emplace(each.name, std::move(*value));
        return all;
    }();
    const SettingKey* key = setting_key(path);
    assert(key != nullptr);
    const auto otherwise = defaults.find(key->name);
    return otherwise == defaults.end() ? nullptr : &otherwise->second;
}

std::string SettingTree::text(const std::string& path) const {
    const TomlValue* found = value(path);
    return found == nullptr ? "" : std::get<std::string>(found->value);
}

std::int64_t SettingTree::number(const std::string& path) const {
    const TomlValue* found = value(path);
    return found == nullptr ? 0 : std::get<std::int64_t>(found->value);
}

bool SettingTree::yes(const std::string& path) const {
    const TomlValue* found = value(path);
    return found != nullptr && std::get<bool>(found->value);
}

std::chrono::seconds SettingTree::span(const std::string& path) const {
    return seconds_from(text(path)).value_or(std::chrono::seconds(0));
}

std::int64_t SettingTree::octets(const std::string& path) const {
    return octets_from(text(path)).value_or(0);
}

std::chrono::minutes SettingTree::time(const std::string& path) const {
    return time_of_day_from(text(path)).value_or(std::chrono::minutes(0));
}

std::optional<Date> SettingTree::date(const std::string& path) const {
    const TomlValue* found = value(path);
    return found == nullptr ? std::nullopt : std::optional(std::get<Date>(found->value));
}

std::vector<std::string> SettingTree::texts(const std::string& path) const {
    const TomlValue* found = value(path);
    return found == nullptr ? std::vector<std::string>() : texts_of(*found);
}

std::optional<Address> SettingTree::address(const std::string& path) const {
    return address_from(text(path));
}

std::vector<Address> SettingTree::addresses(const std::string& path) const {
    std::vector<Address> all;
    for (const std::string& each : texts(path))
        if (const auto address = address_from(each)) all.push_back(*address);
    return all;
}

std::filesystem::path SettingTree::path(const std::string& path) const {
    const std::filesystem::path found = text(path);
    return found.empty() || found.is_absolute() ? found : (file_.parent_path() / found).lexically_normal();
}

bool SettingTree::given(const std::string& path) const {
    return values_.count(path) != 0;
}

std::vector<std::string> SettingTree::names(const std::string& section) const {
    const auto found = names_.find(section);
    return found == names_.end() ? std::vector<std::string>() : found->second;
}

}
