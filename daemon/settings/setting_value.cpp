// SPDX-License-Identifier: MIT
#include "daemon/settings/setting_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <utility>

#include "workflow/model/address.h"

namespace mentoring {

namespace {

constexpr std::size_t text_octets_max = 2000;
constexpr std::int64_t amount_max = 1'000'000;

using Unit = std::pair<std::string_view, std::int64_t>;

// "25 MB": a number, one blank, a unit of the list.
template <std::size_t Count>
std::optional<std::int64_t> measured(std::string_view text, const std::array<Unit, Count>& units) {
    std::int64_t amount = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), amount);
    if (trouble != std::errc() || amount < 0 || amount > amount_max) return std::nullopt;
    const auto unit = text.substr(static_cast<std::size_t>(end - text.data()));
    for (const auto& [name, size] : units)
        if (unit.size() > 1 && unit.front() == ' ' && unit.substr(1) == name) return amount * size;
    return std::nullopt;
}

std::string in_quotes(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

bool has_controls(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool is_name(std::string_view text) {
    return !text.empty() && text.front() != '.' && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    });
}

using Problem = std::optional<Objection>;

Problem wrong_kind(const TomlValue& value, std::string_view wanted) {
    return Objection{"is " + std::string(kind_of(value)) + ", not " + std::string(wanted), ""};
}

Problem outside(const SettingKey& key, std::int64_t found, std::string_view shown) {
    if (found >= key.least && found <= key.most) return std::nullopt;
    return Objection{std::string(shown) + " is too " + (found < key.least ? "small" : "large"), ""};
}

Problem text_problem(const SettingKey& key, const std::string& text) {
    if (text.size() > text_octets_max) return Objection{"is longer than 2,000 octets", ""};
    if (has_controls(text)) return Objection{"holds a line end or another control", ""};
    const bool must = key.need == SettingNeed::required || key.kind == SettingKind::name;
    if (must && text.empty()) return Objection{"is empty", ""};
    if (key.kind == SettingKind::name && !is_name(text))
        return Objection{in_quotes(text) + " is no name", "letters, digits, \"-\", \"_\" and \".\" only"};
    return std::nullopt;
}

Problem span_problem(const SettingKey& key, const std::string& text) {
    const auto seconds = seconds_from(text);
    if (!seconds)
        return Objection{in_quotes(text) + " is no span of time", "say \"20 minutes\" or \"14 days\""};
    return outside(key, seconds->count(), in_quotes(text));
}

Problem size_problem(const SettingKey& key, const std::string& text) {
    const auto octets = octets_from(text);
    if (!octets) return Objection{in_quotes(text) + " is no size", "say \"25 MB\""};
    return outside(key, *octets, in_quotes(text));
}

Problem choice_problem(const SettingKey& key, const std::string& text) {
    const auto words = words_of(key);
    if (std::find(words.begin(), words.end(), text) != words.end()) return std::nullopt;
    std::string hint = did_you_mean(text, words);
    if (hint.empty()) {
        hint = "say ";
        for (const auto& each : words) hint += (each == words.front() ? "" : " or ") + in_quotes(each);
    }
    return Objection{in_quotes(text) + " is none of its words", hint};
}

Problem one_text_problem(const SettingKey& key, const std::string& text) {
    switch (key.kind) {
        case SettingKind::span:
            return span_problem(key, text);
        case SettingKind::size:
            return size_problem(key, text);
        case SettingKind::choice:
        case SettingKind::choices:
            return choice_problem(key, text);
        case SettingKind::address:
        case SettingKind::addresses:
            if (address_from(text)) return std::nullopt;
            return Objection{in_quotes(text) + " is no mail address",
                             "say name@example.org, without a name beside it"};
        case SettingKind::time:
            if (time_of_day_from(text)) return std::nullopt;
            return Objection{in_quotes(text) + " is no time of day", "say \"20:00\""};
        default:
            return text_problem(key, text);
    }
}

Problem command_problem(const std::vector<std::string>& command) {
    if (command.empty() || command.front().empty() || command.front().front() != '/')
        return Objection{"does not begin with an absolute path",
                         "no shell is used: [\"/usr/bin/program\", \"argument\"]"};
    return std::nullopt;
}

Problem list_problem(const SettingKey& key, const TomlValue& value) {
    const auto texts = texts_of(value);
    const auto* list = std::get_if<TomlArray>(&value.value);
    const bool texts_only = list != nullptr ? list->size() == texts.size() : !texts.empty();
    if (!texts_only) return wrong_kind(value, "a list of texts");
    if (key.kind == SettingKind::command) return command_problem(texts);
    for (const auto& each : texts)
        if (auto problem = one_text_problem(key, each)) return problem;
    return std::nullopt;
}

Problem number_problem(const SettingKey& key, const TomlValue& value) {
    const auto* number = std::get_if<std::int64_t>(&value.value);
    return number != nullptr ? outside(key, *number, std::to_string(*number)) : wrong_kind(value, "a number");
}

}

std::optional<Objection> objection(const SettingKey& key, const TomlValue& value) {
    switch (key.kind) {
        case SettingKind::number:
            return number_problem(key, value);
        case SettingKind::yes:
            return std::holds_alternative<bool>(value.value) ? std::nullopt
                                                             : wrong_kind(value, "true or false");
        case SettingKind::date: {
            const auto* date = std::get_if<Date>(&value.value);
            return date != nullptr && date->ok()
                       ? std::nullopt
                       : wrong_kind(value, "a date such as 2026-11-22, without quotes");
        }
        case SettingKind::choices:
        case SettingKind::addresses:
        case SettingKind::command:
            return list_problem(key, value);
        default:
            break;
    }
    const auto* text = std::get_if<std::string>(&value.value);
    return text != nullptr ? one_text_problem(key, *text) : wrong_kind(value, "a text");
}

std::optional<std::chrono::seconds> seconds_from(std::string_view text) {
    constexpr std::int64_t minute = 60, hour = 3600, day = 86400;
    constexpr std::array<Unit, 14> units{{{"second", 1},
                                          {"seconds", 1},
                                          {"minute", minute},
                                          {"minutes", minute},
                                          {"hour", hour},
                                          {"hours", hour},
                                          {"day", day},
                                          {"days", day},
                                          {"week", 7 * day},
                                          {"weeks", 7 * day},
                                          {"month", 30 * day},
                                          {"months", 30 * day},
                                          {"year", 365 * day},
                                          {"years", 365 * day}}};
    const auto seconds = measured(text, units);
    return seconds ? std::optional(std::chrono::seconds(*seconds)) : std::nullopt;
}

std::optional<std::int64_t> octets_from(std::string_view text) {
    constexpr std::array<Unit, 4> units{
        {{"B", 1}, {"KB", 1024}, {"MB", 1024 * 1024}, {"GB", 1024 * 1024 * 1024}}};
    return measured(text, units);
}

std::optional<std::chrono::minutes> time_of_day_from(std::string_view text) {
    const auto digit = [&](std::size_t place) {
        return text[place] >= '0' && text[place] <= '9' ? text[place] - '0' : 100;
    };
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const int hours = digit(0) * 10 + digit(1), minutes = digit(3) * 10 + digit(4);
    if (hours > 23 || minutes > 59) return std::nullopt;
    return std::chrono::minutes(hours * 60 + minutes);
}

std::vector<std::string> texts_of(const TomlValue& value) {
    if (const auto* text = std::get_if<std::string>(&value.value)) return {*text};
    std::vector<std::string> texts;
    if (const auto* list = std::get_if<TomlArray>(&value.value))
        for (const TomlValue& each : *list)
            if (const auto* text = std::get_if<std::string>(&each.value)) texts.push_back(*text);
    return texts;
}

std::vector<std::string> words_of(const SettingKey& key) {
    std::vector<std::string> words;
    std::string_view rest = key.words;
    while (!rest.empty()) {
        const auto blank = rest.find(' ');
        words.emplace_back(rest.substr(0, blank));
        rest = blank == std::string_view::npos ? std::string_view() : rest.substr(blank + 1);
    }
    return words;
}

}
