// SPDX-License-Identifier: MIT
// "Monday, November 17": the weekday before a day of the year says which year is meant, or that one of both
// is a slip.
#pragma once

#include "workflow/reading/when.h"

namespace mentoring {

// Leaves of `date` what falls on the weekday before it; ambiguous where nothing does. A date without a figure
// stays as it is.
void choose_by_weekday(const Passage& passage, WrittenDate& date);

}
