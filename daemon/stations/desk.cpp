// SPDX-License-Identifier: MIT
#include "daemon/stations/desk.h"

#include "daemon/store/surroundings.h"
#include "workflow/deciding/calendar.h"

namespace mentoring {

Surroundings surroundings_of(const Desk& desk, const LoadedProgram& program, const Case& of,
                             std::string_view brought) {
    auto surroundings = read_surroundings(desk.store, program.program.name, of, brought);
    surroundings.calendar = program.calendar;
    surroundings.zones = program.zones;
    return surroundings;
}

Date today_of(const LoadedProgram& program, Instant instant) {
    return local_date(program.calendar, instant);
}

}
