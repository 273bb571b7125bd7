// SPDX-License-Identifier: MIT
#include "workflow/writing/phrases.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace mentoring {

namespace {

constexpr std::array<const char*, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                              "Thursday", "Friday", "Saturday"};
constexpr std::array<const char*, 3> rhythm_units{"day", "week", "month"};
constexpr std::array<const char*, 3> modes{"by video", "by phone", "in person"};

}

std::string day_phrase(Date day) {
    const auto weekday = std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding();
    return std::string(weekdays[weekday]) + ", " + month_and_day(day);
}

std::string rhythm_phrase(const Rhythm& rhythm) {
    const std::string unit = rhythm_units[static_cast<std::size_t>(rhythm.unit)];
    if (rhythm.every == 1) return "every " + unit;
    return "every " + std::to_string(rhythm.every) + " " + unit + "s";
}

std::string mode_phrase(MeetingMode mode) {
    return modes[static_cast<std::size_t>(mode)];
}

std::string count_phrase(int count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string list_phrase(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i)
        text += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
    return text;
}

std::string ratings_phrase(const std::vector<std::optional<int>>& ratings) {
    const bool any =
        std::any_of(ratings.begin(), ratings.end(), [](const auto& each) { return each.has_value(); });
    std::string text;
    if (!any) return text;
    for (const auto& each : ratings)
        text += (text.empty() ? "" : ", ") + (each ? std::to_string(*each) : std::string("–"));
    return text;
}

std::string answer_phrase(const std::string& intent) {
    std::string text = intent;
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return c == '-' ? ' ' : static_cast<char>(std::toupper(c)); });
    return text;
}

}
