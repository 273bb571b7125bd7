// SPDX-License-Identifier: MIT
// The date of return that an automatic mail names, in the usual forms of many languages: "until 5 May",
// "bis 05.05.", "jusqu'au 5 mai", "back on Monday". It pauses that person's reminders.
#pragma once

#include <optional>

#include "workflow/model/instant.h"
#include "workflow/model/mail.h"

namespace mentoring {

// Relative to the mail's own date; to `received` where the mail has none, or one that cannot be. Nothing
// where no day between that and `absence_days_max` later is named.
std::optional<Date> return_date(const Mail& mail, Date received);

// The same in a text alone, relative to `sent`.
std::optional<Date> return_date_in(std::string_view text, Date sent);

constexpr int absence_days_max = 400;

}
