// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>
#include <utility>

#include "workflow/writing/program_rules.h"
#include "workflow/writing/program_walk.h"

namespace mentoring {

namespace {

using StateKey = std::pair<Scope, std::string>;

StateKey key_of(const State& state) {
    return {state.scope, state.name};
}

std::vector<std::string> state_names(const Program& program, Scope scope) {
    std::vector<std::string> names;
    for (const State& each : program.states)
        if (each.scope == scope) names.push_back(each.name);
    return names;
}

std::string assigned(const std::string& key, const std::string& value) {
    return key + " = \"" + value + "\"";
}

Scope other(Scope scope) {
    return scope == Scope::of_case ? Scope::of_pairing : Scope::of_case;
}

// States that the ways from outside and from reached states lead to. A pairing begins where an `each` or a
// state that has been reached says.
std::set<StateKey> reached(const Program& program) {
    const auto ways = ways_of(program);
    std::set<StateKey> found;
    for (bool grown = true; grown;) {
        grown = false;
        for (const Way& way : ways) {
            const bool open = way.from == nullptr || found.count(key_of(*way.from)) != 0;
            if (open && !way.target.empty() && found.insert({way.scope, way.target}).second) grown = true;
        }
    }
    return found;
}

// States from which silence alone leads to an end: of the case, or of the pairing.
std::set<StateKey> left_in_silence(const Program& program) {
    const auto ways = ways_of(program);
    std::set<StateKey> found;
    for (const State& each : program.states)
        if (each.final) found.insert(key_of(each));
    for (bool grown = true; grown;) {
        grown = false;
        for (const Way& way : ways) {
            if (way.from == nullptr || way.cause != Cause::silent) continue;
            const bool ends = way.target.empty() || found.count({way.scope, way.target}) != 0;
            if (ends && found.insert(key_of(*way.from)).second) grown = true;
        }
    }
    return found;
}

void check_outcome(Examination& found, const std::string& outcome, const std::string& where, int line) {
    if (outcome.empty()) return;
    for (const State& each : found.program.states) {
        if (!each.running) continue;
        const auto& ended = each.running->ended;
        if (ended.count(outcome) == 0 && ended.count("") == 0)
            found.fault(line, where,
                        assigned("outcome", outcome) + ": " + place_of(each) + ".running knows no way",
                        "name it there, or say other");
    }
}

}

void check_targets(Examination& found) {
    if (found.program.openings.empty()) found.fault(0, "", "nothing opens a case", "say [opening.request]");
    for (const Way& way : ways_of(found.program)) {
        if (way.target.empty() || state_named(found.program, way.scope, way.target) != nullptr) continue;
        const std::string text = assigned(way.key, way.target);
        if (state_named(found.program, other(way.scope), way.target) != nullptr) {
            const bool wants_case = way.scope == Scope::of_case;
            found.fault(way.line, way.where,
                        text + (wants_case ? ": is a state of pairings, not of the case"
                                           : ": is a state of the case, not of pairings"));
        } else {
            found.fault(way.line, way.where, text + ": no such state",
                        did_you_mean(way.target, state_names(found.program, way.scope)));
        }
    }
    for (const Opening& each : found.program.openings)
        if (each.target.empty()) found.fault(each.line, "opening." + each.name, "goto is missing");
}

void check_reachable(Examination& found) {
    const auto open = reached(found.program);
    for (const State& each : found.program.states)
        if (open.count(key_of(each)) == 0) found.fault(each.line, place_of(each), "no way leads here");
}

void check_way_out(Examination& found) {
    const auto left = left_in_silence(found.program);
    for (const State& each : found.program.states)
        if (left.count(key_of(each)) == 0)
            found.fault(
                each.line, place_of(each), "no way out when everybody is silent",
                "say after what time it goes on: after = [{ wait = \"20 working days\", goto = \"…\" }]");
}

void check_final_states(Examination& found) {
    for (const State& each : found.program.states) {
        if (!each.final) continue;
        const bool waits = !each.after.empty() || each.each || each.running || each.cadence;
        if (waits) found.fault(each.line, place_of(each), "is final and yet waits for something");
        if (!each.owner.empty()) found.fault(each.line, place_of(each), "is final and yet has an owner");
    }
}

void check_outcomes(Examination& found) {
    for (const State& state : found.program.states) {
        const std::string where = place_of(state);
        for (const Transition& on : state.on)
            check_outcome(found, on.outcome, where + ".on." + on.answer, on.line);
        for (const AfterWait& after : state.after)
            check_outcome(found, after.outcome, where + ".after", after.line);
        if (state.all) check_outcome(found, state.all->outcome, where + ".all", state.all->line);
        if (state.each && (state.each->pairing_state.empty() || state.each->enough.empty() ||
                           state.each->exhausted.empty()))
            found.fault(state.each->line, where + ".each", "needs pairing, enough and exhausted");
        if (state.scope == Scope::of_pairing) continue;
        for (const Transition& on : state.on)
            if (!on.outcome.empty())
                found.fault(on.line, where + ".on." + on.answer, "outcome ends a pairing, and this is none");
    }
}

void check_moved(Examination& found) {
    std::vector<std::string> names = state_names(found.program, Scope::of_case);
    for (const auto& each : state_names(found.program, Scope::of_pairing)) names.push_back(each);
    const auto exists = [&](const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    for (const auto& [former, present] : found.program.moved) {
        if (exists(former)) found.fault(0, "moved", "\"" + former + "\" still exists");
        if (!exists(present))
            found.fault(0, "moved", assigned(former, present) + ": no such state",
                        did_you_mean(present, names));
    }
}

}
