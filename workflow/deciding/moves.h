// SPDX-License-Identifier: MIT
// Which answers the program's table takes from a person, at one visit or at any time. Reading, letters and
// the decision itself all ask here, so they cannot differ.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workflow/deciding/roles.h"

namespace mentoring {

// Exactly one of the three shapes takes the answer.
struct Move {
    Visit visit;
    std::string role;  // as which she gives it
    const Transition* on = nullptr;
    const All* all = nullptr;
    const Form* form = nullptr;
    Choice choice;
};

std::vector<Move> moves_at(const Scene& scene, const Visit& visit, PersonId person);
// At the visit that step names; where it names the case, or nothing (0), at every visit of the case, its own
// first. Where the step is past, what the present visit still takes of it.
std::vector<Move> moves_for(const Scene& scene, PersonId person, int step);
// Also what she may still say who has no part in the case any more.
std::vector<Move> moves_anywhere(const Scene& scene, PersonId person);

// The form whose fields that answer brings, wherever in the program it stands.
const Form* form_of(const Program& program, std::string_view answer);
// A past visit that stands open again (asked, questioned, asked): answers to its letters still count, but
// their token does not vouch for the present letter.
enum class Freshness { present, reopened };
struct Found {
    Visit visit;
    Freshness freshness = Freshness::present;
};
std::optional<Found> find_visit(const Program& program, const Case& of, int step);

}
