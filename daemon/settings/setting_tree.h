// SPDX-License-Identifier: MIT
// mentord.toml laid over the table of keys: each value by its path, from the file where it stands there and
// is sound, else the default. Making one notes every fault of form: unknown keys and sections, wrong kinds,
// missing ones, passwords.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/settings/toml_reading.h"
#include "workflow/model/address.h"
#include "workflow/model/fault.h"
#include "workflow/model/instant.h"

namespace mentoring {

class SettingTree {
public:
    SettingTree(const TomlTable& table, std::filesystem::path file, Faults& faults);

    // Each asks for a key of the table; asking for another is our own mistake (assert).
    std::string text(const std::string& path) const;
    std::int64_t number(const std::string& path) const;
    bool yes(const std::string& path) const;
    std::chrono::seconds span(const std::string& path) const;
    std::int64_t octets(const std::string& path) const;
    std::chrono::minutes time(const std::string& path) const;
    std::optional<Date> date(const std::string& path) const;
    std::vector<std::string> texts(const std::string& path) const;
    std::optional<Address> address(const std::string& path) const;
    std::vector<Address> addresses(const std::string& path) const;
    // Absolute, or relative to the folder of the settings; empty stays empty.
    std::filesystem::path path(const std::string& path) const;

    // Whether it stands in the file and is sound.
    bool given(const std::string& path) const;
    // The names directly below a section, in the order of the file: mailboxes, programmes, countries.
    std::vector<std::string> names(const std::string& section) const;
    void fault(const std::string& path, std::string text, std::string hint = {}) const;
    void warning(const std::string& path, std::string text, std::string hint = {}) const;

private:
    const TomlValue* value(const std::string& path) const;
    void walk(const TomlTable& table, const std::string& path);
    void add(const std::string& path, const TomlValue& value);
    void unknown(const std::string& path, const TomlValue& value) const;
    void require_all() const;
    void require(const std::string& path) const;
    int line_of(std::string path) const;

    std::filesystem::path file_;
    Faults* faults_;
    std::map<std::string, TomlValue> values_;
    std::map<std::string, int> lines_;  // of every key and section of the file
    std::map<std::string, std::vector<std::string>> names_;
};

}
