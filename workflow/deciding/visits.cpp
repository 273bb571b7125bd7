// SPDX-License-Identifier: MIT
#include "workflow/deciding/visits.h"

#include <algorithm>
#include <utility>

namespace mentoring {

std::optional<Visit> visit_of(const Program& program, const Case& of, int pairing) {
    const auto* two = pairing_numbered(of, pairing);
    if (pairing != 0 && (!two || !running(*two))) return std::nullopt;
    const auto* state = two ? state_named(program, Scope::of_pairing, two->state)
                            : state_named(program, Scope::of_case, of.state);
    if (!state) return std::nullopt;
    return Visit{state, pairing, two ? two->step : of.step};
}

std::vector<Visit> visits(const Program& program, const Case& of) {
    std::vector<Visit> found;
    if (const auto visit = visit_of(program, of, 0)) found.push_back(*visit);
    for (const auto& each : of.pairings)
        if (const auto visit = visit_of(program, of, each.number)) found.push_back(*visit);
    return found;
}

std::optional<Visit> visit_at(const Program& program, const Case& of, int step) {
    for (const auto& each : visits(program, of))
        if (each.step == step) return each;
    return std::nullopt;
}

const Pairing* pairing_numbered(const Case& of, int number) {
    const auto found = std::find_if(of.pairings.begin(), of.pairings.end(),
                                    [&](const Pairing& each) { return each.number == number; });
    return found == of.pairings.end() ? nullptr : &*found;
}

Pairing* pairing_numbered(Case& of, int number) {
    return const_cast<Pairing*>(pairing_numbered(std::as_const(of), number));
}

bool running(const Pairing& pairing) {
    return pairing.outcome.empty() && pairing.step > 0;
}

bool accepted(const Pairing& pairing) {
    return running(pairing) && pairing.accepted.has_value();
}

bool final(const Program& program, const Case& of) {
    const auto* state = state_named(program, Scope::of_case, of.state);
    return state && state->final;
}

}
