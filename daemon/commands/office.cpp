// SPDX-License-Identifier: MIT
#include "daemon/commands/office.h"

#include <algorithm>
#include <ostream>

#include "daemon/commands/opening.h"
#include "daemon/commands/times.h"
#include "daemon/stations/desk.h"
#include "daemon/stations/keep_time.h"
#include "daemon/store/markers.h"
#include "daemon/store/people.h"

namespace mentoring {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

void expect_office(const Program& program, const std::string& office) {
    std::vector<std::string> names;
    for (const auto& each : program.offices) names.push_back(each.name);
    if (std::find(names.begin(), names.end(), office) != names.end()) return;
    const auto hint = did_you_mean(office, names);
    throw CannotGoOn("\"" + office + "\": no such office" + (hint.empty() ? "" : "; " + hint));
}

const LoadedProgram& loaded(const House& house, const std::string& name) {
    const auto& settings = program_or_stop(house.settings, name);
    return *std::find_if(house.programs.begin(), house.programs.end(),
                         [&](const LoadedProgram& each) { return each.settings.name == settings.name; });
}

void expect_not_past(Date day, Date today) {
    if (day < today) throw CannotGoOn(iso_date(day) + " is over: an office changes today at the earliest");
}

// Whoever holds it without an end, or beyond that day, ends the day before.
void end_former(People& people, const std::string& program, const Holding& next) {
    for (auto each : people.offices(program)) {
        if (each.office != next.office || each.holder == next.holder || each.from >= next.from) continue;
        if (each.until && *each.until < next.from) continue;
        each.until = Date{sys_days{next.from} - days{1}};
        people.appoint(program, each);
    }
}

// The daemon compares the holders of today with those of the day it looked last: it looks again.
void look_again(Store& store, const std::string& program, Date today, Instant now) {
    Markers markers(store);
    const auto name = offices_marker(program);
    if (markers.value(name) != iso_date(today)) return;
    markers.set(name, iso_date(Date{sys_days{today} - days{1}}), now);
}

void print_row(Table& table, const std::string& program, const Holding& holding, People& people, Date today) {
    const auto person = people.load(holding.holder);
    const bool present = holder_of(people.offices(program), holding.office, today) == holding.holder &&
                         holding.from <= today && (!holding.until || *holding.until >= today);
    table.rows.push_back({program, holding.office, person ? person->name : "nobody", iso_date(holding.from),
                          shown_day(holding.until), present ? "yes" : ""});
}

}

int office_list(const Invocation& invocation) {
    const auto place = open_workplace(invocation.settings);
    People people(*place.store);
    Table table{
        {{"Program"}, {"Office"}, {"Holder"}, {"From"}, {"Until"}, {"Now"}}, {}, "No office has a holder."};
    for (const auto& settings : place.settings.programs) {
        const auto name = program_file_or_stop(settings).name;
        for (const auto& each : people.offices(name)) print_row(table, name, each, people, day_of(place.now));
    }
    invocation.out << printed(table, invocation.output);
    return 0;
}

int office_give(const Invocation& invocation, const OfficeRequest& request) {
    const auto place = open_workplace(invocation.settings);
    const auto house = house_or_stop(invocation.settings, *place.store, place.now);
    const auto& program = loaded(house, request.program);
    expect_office(program.program, request.office);
    const auto today = today_of(program, place.now);
    Holding next{request.office, person_named(*place.store, request.person), today, std::nullopt};
    if (!request.from.empty()) next.from = day_or_stop(request.from);
    if (!request.until.empty()) next.until = day_or_stop(request.until);
    expect_not_past(next.from, today);
    if (next.until && *next.until < next.from) throw CannotGoOn("the last day is before the first");
    People people(*place.store);
    Transaction transaction(*place.store);
    end_former(people, program.program.name, next);
    people.appoint(program.program.name, next);
    look_again(*place.store, program.program.name, today, place.now);
    transaction.commit();
    invocation.out << people.load(next.holder)->name << " is " << next.office << " from "
                   << iso_date(next.from) << (next.until ? " until " + iso_date(*next.until) : "") << "\n";
    return 0;
}

int office_end(const Invocation& invocation, const OfficeRequest& request) {
    const auto place = open_workplace(invocation.settings);
    const auto house = house_or_stop(invocation.settings, *place.store, place.now);
    const auto& program = loaded(house, request.program);
    expect_office(program.program, request.office);
    const auto today = today_of(program, place.now);
    const auto until = request.until.empty() ? today : day_or_stop(request.until);
    expect_not_past(until, today);
    const auto person = person_named(*place.store, request.person);
    People people(*place.store);
    auto holdings = people.offices(program.program.name);
    std::erase_if(holdings, [&](const Holding& each) {
        return each.office != request.office || each.holder != person || (each.until && *each.until < today);
    });
    if (holdings.empty()) throw CannotGoOn(request.person + " does not hold that office: " + request.office);
    auto holding = holdings.back();
    if (until < holding.from) throw CannotGoOn("she holds it only from " + iso_date(holding.from));
    holding.until = until;
    Transaction transaction(*place.store);
    people.appoint(program.program.name, holding);
    transaction.commit();
    invocation.out << people.load(person)->name << " is " << holding.office << " until " << iso_date(until)
                   << "\n";
    return 0;
}

}
