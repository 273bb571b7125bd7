// SPDX-License-Identifier: MIT
// A programme's calendar from the system's time zones (/usr/share/zoneinfo) and its list of holidays.
// Holidays are "2026-11-26" (that day), "12-25" (each year) or "fourth thursday of november" (first to
// fourth, last).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workflow/model/fault.h"
#include "workflow/model/program.h"
#include "workflow/model/surroundings.h"

namespace mentoring {

// Calendars reach from the year before the present one to ten years after it; make a new one each year.
struct Years {
    int first = 0;
    int last = 0;  // included
};
Years years_around(Instant now);

// "America/Chicago". An unknown zone is a fault, and UTC.
ZoneRules zone_rules(std::string_view zone, Years years, Faults& faults);
// The days of one holiday within those years; nothing and a fault where it says no day.
std::vector<std::chrono::sys_days> holidays(std::string_view rule, Years years, Faults& faults);
// Zone and holidays of the programme; faults name `file`.
Calendar calendar_of(const Program& program, Years years, const std::string& file, Faults& faults);

}
