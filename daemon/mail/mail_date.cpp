// SPDX-License-Identifier: MIT
#include "daemon/mail/mail_date.h"

#include <array>
#include <chrono>
#include <utility>

#include "daemon/mail/ascii.h"

namespace mentoring {

namespace {

constexpr std::size_t field_octets_max = 200;  // a date needs 31
constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::pair<std::string_view, int>, 14> zones = {{{"ut", 0},
                                                                     {"gmt", 0},
                                                                     {"utc", 0},
                                                                     {"z", 0},
                                                                     {"est", -5},
                                                                     {"edt", -4},
                                                                     {"cst", -6},
                                                                     {"cdt", -5},
                                                                     {"mst", -7},
                                                                     {"mdt", -6},
                                                                     {"pst", -8},
                                                                     {"pdt", -7},
                                                                     {"cet", 1},
                                                                     {"cest", 2}}};

struct Parts {
    int year = -1, month = -1, day = -1, hour = -1, minute = 0, second = 0, offset_minutes = 0;
};

std::optional<int> number(std::string_view text) {
    if (text.empty() || text.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (!ascii::is_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

// RFC 5322 §4.3.
int full_year(int year, std::size_t digits) {
    if (digits == 2) return year < 50 ? year + 2000 : year + 1900;
    return digits == 3 ? year + 1900 : year;
}

bool take_time(std::string_view word, Parts& parts) {
    const auto first = word.find_first_of(":.");
    if (first == std::string_view::npos) return false;
    const auto rest = word.substr(first + 1);
    const auto second = rest.find_first_of(":.");
    const auto hour = number(word.substr(0, first)), minute = number(rest.substr(0, second));
    const auto seconds =
        second == std::string_view::npos ? std::optional(0) : number(rest.substr(second + 1, 2));
    if (!hour || !minute || !seconds) return false;
    parts.hour = *hour, parts.minute = *minute, parts.second = *seconds;
    return true;
}

bool take_offset(std::string_view word, Parts& parts) {
    if (word.size() < 5 || (word[0] != '+' && word[0] != '-')) return false;
    const auto hours = number(word.substr(1, 2)), minutes = number(word.substr(word[3] == ':' ? 4 : 3, 2));
    if (!hours || !minutes) return false;
    parts.offset_minutes = (*hours * 60 + *minutes) * (word[0] == '-' ? -1 : 1);
    return true;
}

void take_name(std::string_view word, Parts& parts) {
    for (std::size_t i = 0; i < months.size(); ++i)
        if (ascii::starts_with(word, months[i])) parts.month = static_cast<int>(i) + 1;
    for (const auto& [name, hours] : zones)
        if (ascii::equal(word, name)) parts.offset_minutes = hours * 60;
}

void take_number(std::string_view word, int value, Parts& parts) {
    if (parts.day < 0 && word.size() <= 2)
        parts.day = value;
    else if (parts.year < 0)
        parts.year = full_year(value, word.size());
}

Parts parts_of(std::string_view field) {
    Parts parts;
    while (!field.empty()) {
        const auto begin = field.find_first_not_of(" \t,");
        if (begin == std::string_view::npos || field[begin] == '(') break;
        const auto end = std::min(field.find_first_of(" \t,(", begin), field.size());
        const auto word = field.substr(begin, end - begin);
        field.remove_prefix(end);
        if (take_offset(word, parts) || take_time(word, parts)) continue;
        if (const auto value = number(word))
            take_number(word, *value, parts);
        else if (word.find('-', 1) != std::string_view::npos && ascii::is_digit(word[0]))
            for (std::size_t at = 0; at < word.size();) {
                const auto dash = std::min(word.find('-', at), word.size());
                const auto piece = word.substr(at, dash - at);
                if (const auto digits = number(piece))
                    take_number(piece, *digits, parts);
                else
                    take_name(piece, parts);
                at = dash + 1;
            }
        else
            take_name(word, parts);
    }
    return parts;
}

}

std::optional<Instant> read_mail_date(std::string_view field) {
    using namespace std::chrono;
    const auto parts = parts_of(field.substr(0, field_octets_max));
    if (parts.month < 0 || parts.day < 0 || parts.hour < 0 || parts.hour > 23 || parts.minute > 59 ||
        parts.second > 60)
        return std::nullopt;
    const year_month_day date{year(parts.year), month(static_cast<unsigned>(parts.month)),
                              day(static_cast<unsigned>(parts.day))};
    if (!date.ok() || parts.year < 1970 || parts.year > 2199) return std::nullopt;
    return sys_days(date) + hours(parts.hour) + minutes(parts.minute - parts.offset_minutes) +
           seconds(parts.second);
}

}
