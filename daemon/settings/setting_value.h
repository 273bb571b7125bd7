// SPDX-License-Identifier: MIT
// One value of mentord.toml: whether it is of its key's kind, and what it says.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/settings/settings_keys.h"
#include "daemon/settings/toml_reading.h"

namespace mentoring {

struct Objection {
    std::string text;  // "\"20 parsecs\" is no span of time"
    std::string hint;
};

// What is wrong with the value; nothing where it may be used.
std::optional<Objection> objection(const SettingKey& key, const TomlValue& value);

// "10 minutes", "3 years"; a month is 30 days, a year 365.
std::optional<std::chrono::seconds> seconds_from(std::string_view text);
// "25 MB", "512 KB", "1000 B"; 1 KB is 1024 octets.
std::optional<std::int64_t> octets_from(std::string_view text);
// "20:00", since midnight.
std::optional<std::chrono::minutes> time_of_day_from(std::string_view text);
// A text, or a list of texts; empty where it is neither.
std::vector<std::string> texts_of(const TomlValue& value);
std::vector<std::string> words_of(const SettingKey& key);

}
