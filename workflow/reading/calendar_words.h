// SPDX-License-Identifier: MIT
// The words a written day is made of, read one after the other from a passage. Each reader moves `at` behind
// what it read, and leaves it where it read nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "workflow/reading/passage.h"

namespace mentoring {

// A weekday or month by more than its three letters: French "mon", "sat" and "the sun" are none.
bool is_in_full(const Passage& passage, Sense sense, std::size_t at);

class CalendarWords {
public:
    explicit CalendarWords(const Passage& passage) : passage_(passage) {}

    std::optional<int> value(Sense sense, std::size_t& at) const;
    std::optional<int> month(std::size_t& at) const { return value(Sense::month, at); }
    // 1 to 31, as a figure ("12", "12th", "1er") or a word.
    std::optional<int> day(std::size_t& at) const;
    // "the 15th", "le 15", "el 15": with an article, an ending or both.
    std::optional<int> ordinal_day(std::size_t& at) const;
    std::optional<int> year(std::size_t& at) const;
    std::optional<int> year_after(std::size_t& at) const;
    // How many: a figure, a word, or an article.
    std::optional<int> count(std::size_t& at) const;
    // Two or three figures joined by the same "/", "-" or ".", else nothing.
    std::vector<int> figures(std::size_t at) const;

    void skip(std::size_t& at, std::string_view text) const;
    // One small word or a comma.
    void skip_joints(std::size_t& at) const;
    bool is_small(std::size_t at) const;
    // "may" and "march" are verbs too: a month is written with a capital, or after a word such as "until".
    bool is_surely_a_month(std::size_t at) const;
    bool writes_day_first() const;
    // Marks as ambiguous what "of last week" follows; `turned`: "last" or "next" stood there already.
    void week_after(std::size_t& at, bool turned, bool& ambiguous) const;
    // "from today", which is passed over where it stands.
    bool from_today(std::size_t& at) const;

private:
    bool is_token(std::size_t at, std::string_view text) const;
    std::optional<int> figure(std::size_t at) const;

    const Passage& passage_;
};

}
