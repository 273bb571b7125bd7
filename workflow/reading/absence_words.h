// SPDX-License-Identifier: MIT
// Months, weekdays and the words of returning, language by language, in plain letters (plain_letters.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

// 1 to 12, and 0 (Sunday) to 6, by full or shortened name.
std::optional<unsigned> month_named(std::string_view word);
std::optional<unsigned> weekday_named(std::string_view word);
bool means_tomorrow(std::string_view word);
// Words next to which the day of return stands: "until", "back", "bis", "hasta".
const std::vector<std::string>& words_for_return();

}
