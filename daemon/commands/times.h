// SPDX-License-Identifier: MIT
// Days and times as commands print them: ISO 8601, in UTC.
#pragma once

#include <optional>
#include <string>

#include "workflow/model/instant.h"

namespace mentoring {

Date day_of(Instant instant);
// "2026-11-23"; empty for none.
std::string shown_day(const std::optional<Instant>& instant);
std::string shown_day(const std::optional<Date>& day);
// "2026-11-23T09:00Z"; empty for none.
std::string shown_time(const std::optional<Instant>& instant);
// A day that was given on the command line. Throws CannotGoOn for anything else.
Date day_or_stop(const std::string& text);

}
