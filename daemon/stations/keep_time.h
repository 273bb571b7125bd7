// SPDX-License-Identifier: MIT
// What comes round by the calendar and belongs to no single case: the president's digest, offices that end
// soon, changes of office. Each is keyed by programme and period, so that it happens once, however often the
// station turns.
#pragma once

#include "daemon/stations/desk.h"

namespace mentoring {

// Commits by itself where something is due.
void keep_time(const Desk& desk, const LoadedProgram& program);
// The marker whose value is the day on which the holders of offices were looked at last.
std::string offices_marker(std::string_view program);

}
