// SPDX-License-Identifier: MIT
#include "workflow/reading/calendar.h"

namespace mentoring {

namespace {

using namespace std::chrono;

constexpr int leap_years_apart_max = 8;

}

Date plus_days(Date date, int days_more) {
    return Date{sys_days{date} + days{days_more}};
}

Date plus_months(Date date, int months_more) {
    const auto moved = date + months{months_more};
    return moved.ok() ? moved : Date{moved.year() / moved.month() / last};
}

int days_between(Date from, Date until) {
    return static_cast<int>((sys_days{until} - sys_days{from}).count());
}

int weekday_of(Date date) {
    return static_cast<int>(weekday{sys_days{date}}.c_encoding());
}

Date last_day_of_month(int in_year, int in_month) {
    return Date{year{in_year} / month{static_cast<unsigned>(in_month)} / last};
}

std::optional<Date> date_of(int in_year, int in_month, int in_day) {
    if (in_year < 1900 || in_year > 2200 || in_month < 1 || in_month > 12 || in_day < 1 || in_day > 31)
        return std::nullopt;
    const Date date{year{in_year}, month{static_cast<unsigned>(in_month)},
                    day{static_cast<unsigned>(in_day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::optional<Date> latest(Date today, int in_month, int in_day) {
    const int this_year = static_cast<int>(today.year());
    for (int back = 0; back <= leap_years_apart_max; ++back)
        if (const auto date = date_of(this_year - back, in_month, in_day); date && *date <= today)
            return date;
    return std::nullopt;
}

std::optional<Date> earliest(Date today, int in_month, int in_day) {
    const int this_year = static_cast<int>(today.year());
    for (int ahead = 0; ahead <= leap_years_apart_max; ++ahead)
        if (const auto date = date_of(this_year + ahead, in_month, in_day); date && *date > today)
            return date;
    return std::nullopt;
}

}
