// SPDX-License-Identifier: MIT
// A point in time and a day, as plain values. Nobody in workflow/ asks for the present: it is passed in.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace mentoring {

using Instant = std::chrono::sys_seconds;
using Date = std::chrono::year_month_day;

// "2026-11-22"; any other shape, or a day that does not exist, is nothing.
std::optional<Date> date_from_iso(std::string_view text);
std::string iso_date(Date date);
// "November 27".
std::string month_and_day(Date date);
// "November 27, 2026": as a letter tells a day that may be of another year.
std::string spelt_date(Date date);

}
