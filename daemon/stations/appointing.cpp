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

// Danger is never told to nobody: an office of alarm that nobody holds goes to one of [alarm] persons.
void appoint(People& people, const LoadedProgram& program, const AlarmSettings& alarm, Date today) {
    const auto recorded = people.offices(program.program.name);
    const auto appoint_where_nobody_is = [&](const std::string& office, const Address& address) {
        const bool known = std::any_of(recorded.begin(), recorded.end(),
                                       [&](const Holding& each) { return each.office == office; });
        if (!known)
            people.appoint(program.program.name, {office, person_at(people, address), today, std::nullopt});
    };
    for (const auto& [office, address] : program.settings.holders) appoint_where_nobody_is(office, address);
    const auto& offices = program.program.alarm;
    for (std::size_t i = 0; i < offices.size(); ++i)
        if (!program.settings.holders.contains(offices[i]))
            appoint_where_nobody_is(offices[i], alarm.persons[i % alarm.persons.size()]);
}

}

void appoint_holders(Store& store, const House& house, Instant now) {
    People people(store);
    Transaction transaction(store);
    for (const auto& each : house.programs) appoint(people, each, house.settings.alarm, today_of(each, now));
    transaction.commit();
}

}
