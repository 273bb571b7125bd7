// SPDX-License-Identifier: MIT
#include "daemon/stations/desk.h"

#include "daemon/store/surroundings.h"
#include "workflow/deciding/calendar.h"
#include "workflow/deciding/roles.h"

namespace mentoring {

Surroundings surroundings_of(const Desk& desk, const LoadedProgram& program, const Case& of,
                             std::string_view brought) {
    auto surroundings = read_surroundings(desk.store, program.program.name, of, brought);
    surroundings.calendar = program.calendar;
    surroundings.zones = program.zones;
    return surroundings;
}

PersonId acting_in(const Desk& desk, const LoadedProgram& program, std::string_view office) {
    const Case nobodys;
    const auto surroundings = surroundings_of(desk, program, nobodys);
    return acting_for(Scene{program.program, nobodys, surroundings, desk.now}, office).person;
}

Date today_of(const LoadedProgram& program, Instant instant) {
    return local_date(program.calendar, instant);
}

}
