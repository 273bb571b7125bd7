// SPDX-License-Identifier: MIT
// The log goes to standard error, which the journal keeps: ids, states, counts and reasons; never a word of a
// mail, never a person's address.
#pragma once

#include "daemon/settings/settings.h"

namespace mentoring {

void start_log(LogLevel level);

}
