// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "workflow/writing/mentor_roles.h"
#include "workflow/writing/program_rules.h"
#include "workflow/writing/program_walk.h"

namespace mentoring {

namespace {

constexpr std::size_t alarm_least = 2;

std::string assigned(std::string_view key, std::string_view value) {
    return std::string(key) + " = \"" + std::string(value) + "\"";
}

bool contains(const std::vector<std::string>& list, std::string_view item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

std::vector<std::string> office_names(const Program& program) {
    std::vector<std::string> names;
    for (const OfficeRule& each : program.offices) names.push_back(each.name);
    return names;
}

void check_office(Examination& found, const std::string& key, const std::string& name,
                  const std::string& where, int line) {
    if (name.empty() || is_office(found.program, name)) return;
    found.fault(line, where, assigned(key, name) + ": no such office",
                did_you_mean(name, office_names(found.program)));
}

bool turns_in_a_circle(const Program& program, const OfficeRule& office) {
    std::set<std::string> seen{office.name};
    for (std::string next = office.deputy; !next.empty();) {
        if (!seen.insert(next).second) return true;
        const auto rule = std::find_if(program.offices.begin(), program.offices.end(),
                                       [&](const OfficeRule& each) { return each.name == next; });
        next = rule == program.offices.end() ? std::string() : rule->deputy;
    }
    return false;
}

// A role that exists, and that somebody has by then in that state.
void check_role(Examination& found, const MentorRoles& known, const State* state, const std::string& key,
                const std::string& role, const std::string& where, int line) {
    const auto roles = all_roles(found.program);
    if (!contains(roles, role)) {
        found.fault(line, where, assigned(key, role) + ": no such role", did_you_mean(role, roles));
    } else if (contains(mentor_roles(found.program), role) && state != nullptr &&
               known.in(*state).count(role) == 0) {
        const auto& present = known.in(*state);
        found.fault(line, where, assigned(key, role) + ": nobody has that role yet",
                    present.empty() ? "" : "here she is \"" + *present.begin() + "\"");
    }
}

void check_readers(Examination& found, const Audience& readers, const std::string& where, int line) {
    const auto roles = all_roles(found.program);
    for (const std::string& each : readers)
        if (!contains(roles, each))
            found.fault(line, where, assigned("readers", each) + ": no such role", did_you_mean(each, roles));
}

void check_transition_roles(Examination& found, const MentorRoles& known, const State* state,
                            const Transition& on, const std::string& where) {
    if (on.by.empty()) found.fault(on.line, where, "by is missing, nobody may say it");
    for (const std::string& each : on.by) check_role(found, known, state, "by", each, where, on.line);
    check_readers(found, on.readers, where, on.line);
    check_office(found, "owner", on.owner, where, on.line);
}

void check_state_roles(Examination& found, const MentorRoles& known, const State& state) {
    const std::string where = place_of(state);
    for (const Transition& on : state.on)
        check_transition_roles(found, known, &state, on, where + ".on." + on.answer);
    for (const AfterWait& after : state.after)
        check_office(found, "owner", after.owner, where + ".after", after.line);
    if (state.all)
        for (const std::string& each : state.all->roles)
            check_role(found, known, &state, "roles", each, where + ".all", state.all->line);
    if (!state.form) return;
    check_role(found, known, state.final ? nullptr : &state, "by", state.form->by, where + ".form",
               state.form->line);
    check_readers(found, state.form->readers, where + ".form", state.form->line);
    for (const FormField& each : state.form->fields)
        check_readers(found, each.readers, where + ".form", state.form->line);
}

bool reminds_owner(const State& state) {
    const auto hers = [&](const LetterOrder& each) {
        return each.to == "owner" || each.to == state.owner || each.to == "both" || each.to == "unconfirmed";
    };
    if (state.cadence && std::any_of(state.cadence->letters.begin(), state.cadence->letters.end(), hers))
        return true;
    return std::any_of(state.after.begin(), state.after.end(), [&](const AfterWait& each) {
        return std::any_of(each.letters.begin(), each.letters.end(), hers);
    });
}

void check_owner(Examination& found, const MentorRoles& known, const State& state) {
    const std::string where = place_of(state);
    if (state.owner.empty()) return found.fault(state.line, where, "owner is missing: who is waited for?");
    if (state.owner == "unconfirmed") {
        if (!state.all) found.fault(state.line, where, "owner = \"unconfirmed\" needs all");
        return;
    }
    check_role(found, known, &state, "owner", state.owner, where, state.line);
}

// Words for a recipient that stand for persons of the present circumstances.
constexpr std::string_view circumstances[] = {"owner", "writer", "other", "both", "unconfirmed", "mentors"};

bool of_circumstance(std::string_view to) {
    return std::find(std::begin(circumstances), std::end(circumstances), to) != std::end(circumstances);
}

// Why nobody is meant by that word there; empty where somebody is.
std::string nobody(const OrderPlace& place, const MentorRoles& known) {
    const std::string& to = place.order->to;
    const bool anywhere = place.state == nullptr && place.where.compare(0, 4, "any.") == 0;
    const bool in_pairing = place.state != nullptr && place.state->scope == Scope::of_pairing;
    if (to == "owner" && !anywhere && (place.state == nullptr || place.state->owner.empty()))
        return "there is no owner";
    if (to == "writer" && place.writers.empty()) return "nobody has answered";
    if ((to == "other" || to == "both") && !in_pairing) return "there are no two sides";
    if (to == "unconfirmed" && (!in_pairing || !place.state->all)) return "nothing is to be confirmed";
    const bool paired = anywhere || in_pairing || (place.state != nullptr && !known.in(*place.state).empty());
    if (to == "mentors" && !paired) return "nobody is a mentor yet";
    return "";
}

void check_recipient(Examination& found, const MentorRoles& known, const OrderPlace& place) {
    const std::string& to = place.order->to;
    const std::string text = "letter \"" + place.order->letter + "\": " + assigned("to", to);
    if (of_circumstance(to)) {
        const std::string why = nobody(place, known);
        if (!why.empty()) found.fault(place.line, place.where, text + ": " + why);
        return;
    }
    auto roles = all_roles(found.program);
    if (!contains(roles, to)) {
        for (const std::string_view each : circumstances) roles.emplace_back(each);
        return found.fault(place.line, place.where, text + ": no such role", did_you_mean(to, roles));
    }
    const bool mentor = contains(mentor_roles(found.program), to);
    const bool of_no_case = place.where.compare(0, 6, "every.") == 0 || place.where == "concern";
    if (of_no_case && (mentor || to == "mentee"))
        found.fault(place.line, place.where, text + ": this letter is about no case", "name an office");
    const bool early = place.state == nullptr
                           ? place.where.compare(0, 8, "opening.") == 0
                           : known.in(*place.state).count(to) == 0 && !known.made_by(place, to);
    if (mentor && early) found.fault(place.line, place.where, text + ": nobody has that role yet");
}

// What binds others: whom to ask, how a case ends, what becomes of a concern.
bool decides(const Program& program, const Transition& on) {
    if (on.takes == Takes::mentors || on.does == Doing::address || on.does == Doing::second ||
        on.does == Doing::hold_mentor)
        return true;
    const State* target = state_named(program, Scope::of_case, on.target);
    return target != nullptr && target->final;
}

void check_one_proof(Examination& found, const Transition& on, const std::string& where) {
    const bool by_office = std::any_of(
        on.by.begin(), on.by.end(), [&](const std::string& role) { return is_office(found.program, role); });
    if (by_office && on.proof != Proof::strong && decides(found.program, on))
        found.fault(on.line, where, "a decision of an office without strong proof", "say proof = \"strong\"");
}

}

void check_offices(Examination& found) {
    for (const OfficeRule& each : found.program.offices) {
        const std::string where = "office." + each.name;
        check_office(found, "deputy", each.deputy, where, each.line);
        if (turns_in_a_circle(found.program, each))
            found.fault(each.line, where, "its deputies lead back to itself");
        if (each.name == "mentee" || of_circumstance(each.name))
            found.fault(each.line, where, "is no name for an office");
    }
}

void check_owners(Examination& found) {
    const MentorRoles known(found.program);
    for (const State& each : found.program.states) {
        if (each.says.empty()) found.fault(each.line, place_of(each), "says is missing: the state in words");
        if (each.final) continue;
        check_owner(found, known, each);
        if (!each.each && !each.running && !reminds_owner(each))
            found.fault(each.line, place_of(each), "nobody reminds the owner",
                        "say after = [{ wait = \"3 working days\", letter = \"…\" }]");
    }
}

void check_roles(Examination& found) {
    const MentorRoles known(found.program);
    for (const State& each : found.program.states) check_state_roles(found, known, each);
    for (const Transition& on : found.program.anywhere)
        check_transition_roles(found, known, nullptr, on, "any.on." + on.answer);
    for (const Opening& each : found.program.openings) {
        const std::string where = "opening." + each.name;
        check_readers(found, each.readers, where, each.line);
        if (each.by != "member") check_office(found, "by", each.by, where, each.line);
        if (each.by.empty()) found.fault(each.line, where, "by is missing", "say by = \"member\"");
    }
}

void check_alarm(Examination& found) {
    const auto& alarm = found.program.alarm;
    for (const std::string& each : alarm) check_office(found, "alarm", each, "", 0);
    if (std::set<std::string>(alarm.begin(), alarm.end()).size() < alarm_least)
        found.fault(0, "", "alarm names fewer than two offices: who hears of danger?",
                    "say alarm = [\"alarm\", \"second-alarm\"]");
}

void check_recipients(Examination& found) {
    const MentorRoles known(found.program);
    for (const OrderPlace& each : orders_of(found.program)) check_recipient(found, known, each);
}

void check_proof(Examination& found) {
    for (const State& state : found.program.states)
        for (const Transition& on : state.on)
            check_one_proof(found, on, place_of(state) + ".on." + on.answer);
    for (const Transition& on : found.program.anywhere) check_one_proof(found, on, "any.on." + on.answer);
}

}
