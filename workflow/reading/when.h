// SPDX-License-Identifier: MIT
// The days a text names: "Nov 12", "12/11", "el martes", "in three weeks", "until the end of May". Each is
// given as a day past and a day to come, seen from the mail's own date; whoever asked knows which is meant.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "workflow/model/instant.h"
#include "workflow/reading/passage.h"

namespace mentoring {

struct WrittenDate {
    enum class Relation { at, until, from, within };  // "for three weeks" is within
    enum class Precision { day, month };  // "until September" names a month; its first day is given
    Relation relation = Relation::at;
    Precision precision = Precision::day;
    std::optional<Date> past;         // the latest day not after today
    std::optional<Date> to_come;      // the earliest day after today
    bool ambiguous = false;           // 3/4 of an unknown order, "last week", a weekday that is today's
    bool past_is_sure = false;        // though ambiguous: only one of both orders is of these months
    std::size_t first = 0, last = 0;  // tokens, the relation's word included
};

inline constexpr std::size_t written_dates_max = 32;

std::vector<WrittenDate> written_dates(const Passage& passage, Date today);

}
