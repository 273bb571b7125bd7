// SPDX-License-Identifier: MIT
#include "workflow/writing/mentor_roles.h"

#include <algorithm>

namespace mentoring {

namespace {

const std::set<std::string> nobody;

struct PairingStep {
    std::string from;
    std::string to;
    std::string becomes;
};

std::vector<PairingStep> pairing_steps(const Program& program) {
    std::vector<PairingStep> steps;
    for (const Way& way : ways_of(program))
        if (way.from != nullptr && way.from->scope == Scope::of_pairing && way.scope == Scope::of_pairing &&
            !way.target.empty())
            steps.push_back({way.from->name, way.target, ""});
    for (const State& state : program.states)
        for (const Transition& on : state.on)
            if (!on.becomes.empty())
                for (PairingStep& each : steps)
                    if (each.from == state.name && each.to == on.target) each.becomes = on.becomes;
    return steps;
}

}

MentorRoles::MentorRoles(const Program& program) {
    for (const std::string& each : mentor_roles(program)) all_.insert(each);
    spread(program);
    find_early(program);
}

void MentorRoles::spread(const Program& program) {
    for (const State& each : program.states)
        if (each.each) of_pairing_[each.each->pairing_state].insert(each.each->role);
    const auto steps = pairing_steps(program);
    for (bool grown = true; grown;) {
        grown = false;
        for (const PairingStep& step : steps) {
            const auto roles = of_pairing_[step.from];
            for (const std::string& each : roles)
                grown =
                    of_pairing_[step.to].insert(step.becomes.empty() ? each : step.becomes).second || grown;
        }
    }
}

// States that a case reaches without passing one in which mentors are asked or pairings run.
void MentorRoles::find_early(const Program& program) {
    const auto ways = ways_of(program);
    const auto starts = [](const Way& way) { return way.from == nullptr && way.where != "gone.mentor"; };
    const auto goes_on = [&](const Way& way) {
        return way.from != nullptr && way.from->scope == Scope::of_case && !way.from->each &&
               !way.from->running && early_.count(way.from->name) != 0;
    };
    for (bool grown = true; grown;) {
        grown = false;
        for (const Way& way : ways)
            if (way.scope == Scope::of_case && (starts(way) || goes_on(way)))
                grown = early_.insert(way.target).second || grown;
    }
}

const std::set<std::string>& MentorRoles::in(const State& state) const {
    if (state.scope == Scope::of_case)
        return early_.count(state.name) != 0 && !state.each && !state.running ? nobody : all_;
    const auto found = of_pairing_.find(state.name);
    return found == of_pairing_.end() ? nobody : found->second;
}

bool MentorRoles::made_by(const OrderPlace& place, const std::string& role) const {
    return std::any_of(place.state->on.begin(), place.state->on.end(), [&](const Transition& on) {
        return on.becomes == role && place_of(*place.state) + ".on." + on.answer == place.where;
    });
}

}
