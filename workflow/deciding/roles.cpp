// SPDX-License-Identifier: MIT
#include "workflow/deciding/roles.h"

#include <algorithm>
#include <set>

#include "workflow/deciding/calendar.h"

namespace mentoring {

namespace {

void add_once(std::vector<std::string>& roles, const std::string& role) {
    if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
}

const std::string& taken_over_by(const Case& of, const Visit& visit) {
    const auto* pairing = pairing_numbered(of, visit.pairing);
    return pairing ? pairing->owner : of.owner;
}

bool may_act(const Scene& scene, PersonId holder, const std::string& office) {
    return holder != PersonId{} && active(scene.surroundings, holder) && !party(scene.of, holder) &&
           !scene.of.excused.contains(office);
}

std::vector<PersonId> unconfirmed(const Scene& scene, const Visit& visit) {
    std::vector<PersonId> found;
    const auto* pairing = pairing_numbered(scene.of, visit.pairing);
    if (!pairing || !visit.state->all) return found;
    for (const auto& role : visit.state->all->roles)
        if (!pairing->confirmed.contains(role))
            for (const auto person : persons_in(scene, visit, role)) found.push_back(person);
    return found;
}

}

const Person* person_on(const Surroundings& surroundings, PersonId id) {
    const auto found = surroundings.people.find(id);
    return found == surroundings.people.end() ? nullptr : &found->second;
}

bool active(const Surroundings& surroundings, PersonId id) {
    const auto* person = person_on(surroundings, id);
    return person && person->standing == Standing::active;
}

const OfficeRule* office_named(const Program& program, std::string_view name) {
    const auto found = std::find_if(program.offices.begin(), program.offices.end(),
                                    [&](const OfficeRule& each) { return each.name == name; });
    return found == program.offices.end() ? nullptr : &*found;
}

bool party(const Case& of, PersonId person) {
    if (of.mentee == person) return true;
    return std::any_of(of.pairings.begin(), of.pairings.end(), [&](const Pairing& each) {
        return each.mentor == person && (running(each) || each.accepted);
    });
}

Acting acting_for(const Scene& scene, std::string_view office) {
    const auto today = local_date(scene.surroundings.calendar, scene.now);
    std::set<std::string> seen;
    for (std::string name(office); !name.empty() && seen.insert(name).second;) {
        const auto holder = holder_of(scene.surroundings.offices, name, today);
        if (may_act(scene, holder, name)) return {name, holder};
        const auto* rule = office_named(scene.program, name);
        name = rule ? rule->deputy : std::string();
    }
    return {};
}

std::vector<std::string> roles_of(const Scene& scene, PersonId person) {
    std::vector<std::string> roles;
    if (scene.of.mentee == person) roles.push_back("mentee");
    for (const auto& each : scene.of.pairings)
        if (each.mentor == person && running(each)) add_once(roles, each.role);
    for (const auto& visit : visits(scene.program, scene.of))
        if (const auto& office = taken_over_by(scene.of, visit); !office.empty())
            if (acting_for(scene, office).person == person) add_once(roles, visit.state->owner);
    for (const auto& office : scene.program.offices)
        if (acting_for(scene, office.name).person == person) add_once(roles, office.name);
    return roles;
}

bool had_part(const Scene& scene, PersonId person) {
    if (scene.of.mentee == person) return true;
    if (std::any_of(scene.of.pairings.begin(), scene.of.pairings.end(),
                    [&](const Pairing& each) { return each.mentor == person; }))
        return true;
    const auto opened = local_date(scene.surroundings.calendar, scene.of.opened);
    return std::any_of(
        scene.surroundings.offices.begin(), scene.surroundings.offices.end(), [&](const Holding& each) {
            return each.holder == person &&
                   (!each.until || std::chrono::sys_days{*each.until} >= std::chrono::sys_days{opened});
        });
}

std::string owner_role(const Scene& scene, const Visit& visit) {
    const auto& office = taken_over_by(scene.of, visit);
    return office.empty() ? visit.state->owner : office;
}

std::vector<PersonId> owners(const Scene& scene, const Visit& visit) {
    return persons_in(scene, visit, "owner");
}

std::vector<PersonId> persons_in(const Scene& scene, const Visit& visit, std::string_view role) {
    if (role == "owner") return persons_in(scene, visit, owner_role(scene, visit));
    if (role == "unconfirmed") return unconfirmed(scene, visit);
    if (role == "mentee") return {scene.of.mentee};
    if (office_named(scene.program, role)) {
        const auto& taken = taken_over_by(scene.of, visit);
        const bool other = !taken.empty() && role == visit.state->owner;
        const auto person = acting_for(scene, other ? std::string_view(taken) : role).person;
        return person == PersonId{} ? std::vector<PersonId>{} : std::vector{person};
    }
    if (const auto* pairing = pairing_numbered(scene.of, visit.pairing)) return {pairing->mentor};
    std::vector<PersonId> mentors;
    for (const auto& each : scene.of.pairings)
        if (running(each) && (each.role == role || role == "mentors")) mentors.push_back(each.mentor);
    return mentors;
}

}
