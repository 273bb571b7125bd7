// SPDX-License-Identifier: MIT
// The Date field (RFC 5322 §3.3, §4.3): two-digit years, named zones, missing weekday, seconds or zone (then
// UTC), month before day, comments.
#pragma once

#include <optional>
#include <string_view>

#include "workflow/model/instant.h"

namespace mentoring {

// Nothing where it is no date, or before 1970 or after 2199.
std::optional<Instant> read_mail_date(std::string_view field);

}
