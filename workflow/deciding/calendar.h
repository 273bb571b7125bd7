// SPDX-License-Identifier: MIT
// Spans counted in a programme's calendar: local days, working days without weekends and holidays, months
// that keep the local time of day across changes of the clock.
#pragma once

#include <chrono>

#include "workflow/model/answer.h"
#include "workflow/model/instant.h"
#include "workflow/model/program.h"
#include "workflow/model/surroundings.h"

namespace mentoring {

using LocalTime = std::chrono::local_seconds;

std::chrono::seconds offset_at(const ZoneRules& zone, Instant at);
LocalTime local_time(const ZoneRules& zone, Instant at);
// The first instant with that local time; a time that a change of the clock leaves out is moved on by the
// gap.
Instant instant_of(const ZoneRules& zone, LocalTime local);

Date local_date(const Calendar& calendar, Instant at);
bool working_day(const Calendar& calendar, std::chrono::sys_days day);
// The end of the span that begins at `from`. A span of working days that begins on another day begins with
// the next working day, at the same time.
Instant after(const Calendar& calendar, Instant from, const Span& span);
Instant after(const Calendar& calendar, Instant from, const Rhythm& rhythm);
// That day at nine in the morning.
Instant morning_of(const Calendar& calendar, Date day);
// Working days between the two, the first not counted.
int working_days_between(const Calendar& calendar, Instant from, Instant until);

}
