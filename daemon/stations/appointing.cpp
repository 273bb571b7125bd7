// SPDX-License-Identifier: MIT
#include "daemon/stations/appointing.h"

#include <algorithm>

#include "daemon/stations/desk.h"
#include "daemon/store/people.h"

namespace mentoring {

namespace {

PersonId person_at(People& people, const Address& address) {
    const auto known = people.with_address(address);
    if (!known.empty()) return known.front();
    Person person;
    person.name = to_string(address);
    person.greeting = person.name;
    person.addresses = {to_string(address)};
    person.member = false;
    return people.add(person);
}

void appoint(People& people, const LoadedProgram& program, Date today) {
    const auto recorded = people.offices(program.program.name);
    for (const auto& [office, address] : program.settings.holders) {
        const bool known =
            std::any_of(recorded.begin(), recorded.end(),
                        [&, name = office](const Holding& each) { return each.office == name; });
        if (!known)
            people.appoint(program.program.name, {office, person_at(people, address), today, std::nullopt});
    }
}

}

void appoint_holders(Store& store, const House& house, Instant now) {
    People people(store);
    Transaction transaction(store);
    for (const auto& each : house.programs) appoint(people, each, today_of(each, now));
    transaction.commit();
}

}
