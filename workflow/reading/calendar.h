// SPDX-License-Identifier: MIT
// Days counted from days, by the proleptic Gregorian calendar.
#pragma once

#include <optional>

#include "workflow/model/instant.h"

namespace mentoring {

Date plus_days(Date date, int days);
// The 31st plus a month of thirty days is its 30th.
Date plus_months(Date date, int months);
int days_between(Date from, Date until);
int weekday_of(Date date);  // 0 Sunday .. 6
Date last_day_of_month(int year, int month);
// Nothing where there is no such day.
std::optional<Date> date_of(int year, int month, int day);
// The latest such day not after `today`, the earliest one after it; 29 February may be years away.
std::optional<Date> latest(Date today, int month, int day);
std::optional<Date> earliest(Date today, int month, int day);

}
