// SPDX-License-Identifier: MIT
#include "daemon/commands/people.h"

#include <algorithm>
#include <fstream>
#include <ostream>
#include <sstream>

#include "daemon/clock.h"
#include "daemon/commands/opening.h"
#include "daemon/commands/roster_csv.h"
#include "daemon/stations/carry_out.h"
#include "daemon/stations/evidence.h"
#include "daemon/store/cases.h"
#include "daemon/store/outbox.h"
#include "daemon/store/people.h"

namespace mentoring {

namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw CannotGoOn(file.string() + ": it cannot be read");
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

bool print_faults(const Faults& faults, std::ostream& errors) {
    for (const auto& each : faults) errors << to_string(each) << "\n";
    return any_fault(faults);
}

void give_office(People& people, const Settings& settings, const std::string& office, PersonId holder,
                 Date today) {
    for (const auto& program : settings.programs) {
        const auto holdings = people.offices(program.name);
        if (holder_of(holdings, office, today) == holder) continue;
        people.appoint(program.name, {office, holder, today, std::nullopt});
    }
}

Date today(const Settings& settings) {
    return Date{std::chrono::floor<std::chrono::days>(clock_from(settings.clock_file)->now())};
}

std::string standing_of(const Person& person, Date day) {
    if (person.standing == Standing::gone) return "gone";
    if (person.held) return "no new mentees";
    if (person.paused_until && *person.paused_until > day)
        return "pause until " + iso_date(*person.paused_until);
    return {};
}

// Every open case of hers hears of it; the programme says what follows.
void tell_cases(Store& store, const std::filesystem::path& settings_file, PersonId person, Instant now) {
    const auto house = house_or_stop(settings_file, store, now);
    std::vector<std::string> alarms;
    const Desk desk{store, house, now, alarms};
    Transaction transaction(store);
    for (const auto id : Cases(store).open_of(person)) {
        const auto present = Cases(store).load(id);
        const auto* program = present ? program_named(house, present->program) : nullptr;
        if (program) take_event(desk, *program, *present, PersonGone{person});
    }
    transaction.commit();
}

}

int people_import(const std::filesystem::path& settings_file, const std::filesystem::path& csv,
                  std::ostream& out, std::ostream& errors) {
    const auto settings = settings_or_stop(settings_file);
    Faults faults;
    const auto rows = roster_from(text_of(csv), csv.filename().string(), faults);
    if (print_faults(faults, errors)) return 1;
    const auto store = store_or_stop(settings, MissingKey::make);
    People people(*store);
    Transaction transaction(*store);
    std::vector<Person> persons;
    for (const auto& each : rows) persons.push_back(each.person);
    const auto imported = people.import(persons);
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const auto& office : rows[i].offices)
            give_office(people, settings, office, imported.ids[i], today(settings));
    transaction.commit();
    out << imported.added << " added, " << imported.changed << " changed, " << imported.unchanged
        << " unchanged\n";
    return 0;
}

int people_list(const std::filesystem::path& settings_file, Output output, std::ostream& out) {
    const auto settings = settings_or_stop(settings_file);
    const auto store = store_or_stop(settings);
    People people(*store);
    const auto loads = people.loads();
    Table table{{{"Name"}, {"Address"}, {"Mentor"}, {"Mentees", ColumnKind::number}, {"Standing"}},
                {},
                "Nobody is on the roster."};
    for (const auto& each : people.all()) {
        const auto load = loads.find(each.id);
        table.rows.push_back({each.name, each.addresses.empty() ? "" : each.addresses.front(),
                              each.mentor ? "yes" : "",
                              each.mentor ? std::to_string(load == loads.end() ? 0 : load->second) + "" : "",
                              standing_of(each, today(settings))});
    }
    out << printed(table, output);
    return 0;
}

int people_pause(const std::filesystem::path& settings_file, const std::string& name,
                 const std::string& until, std::ostream& out, std::ostream& errors) {
    const auto settings = settings_or_stop(settings_file);
    const auto day = date_from_iso(until);
    if (!until.empty() && !day) {
        errors << "\"" << until << "\" is no day such as 2027-01-31\n";
        return 2;
    }
    const auto store = store_or_stop(settings);
    People people(*store);
    const auto id = person_named(*store, name);
    Transaction transaction(*store);
    auto person = people.load(id).value();
    person.paused_until = day;
    people.save(person);
    transaction.commit();
    out << person.name << (day ? " gets no new mentees before " + iso_date(*day) : " is open for new mentees")
        << "\n";
    return 0;
}

int people_gone(const std::filesystem::path& settings_file, const std::string& name, Going going,
                std::ostream& out) {
    const auto settings = settings_or_stop(settings_file);
    const auto store = store_or_stop(settings);
    const auto now = clock_from(settings.clock_file)->now();
    People people(*store);
    const auto id = person_named(*store, name);
    {
        Transaction transaction(*store);
        auto person = people.load(id).value();
        person.standing = going == Going::gone ? Standing::gone : Standing::active;
        people.save(person);
        if (going == Going::gone) Outbox(*store).stop_all_to(id, "she is gone", now);
        transaction.commit();
    }
    if (going == Going::gone) tell_cases(*store, settings_file, id, now);
    out << (going == Going::gone ? "No letter goes to or about " : "Letters go again to ")
        << people.load(id)->name << "\n";
    return 0;
}

}
