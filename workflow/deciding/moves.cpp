// SPDX-License-Identifier: MIT
#include "workflow/deciding/moves.h"

#include <algorithm>

namespace mentoring {

namespace {

bool is_office(const Scene& scene, const std::string& role) {
    return office_named(scene.program, role) != nullptr;
}

bool acts_as(const Scene& scene, const Visit& visit, PersonId person, const std::string& role) {
    if (role == "mentee") return scene.of.mentee == person;
    const auto* pairing = pairing_numbered(scene.of, visit.pairing);
    if (pairing && !is_office(scene, role)) return pairing->mentor == person && pairing->role == role;
    if (is_office(scene, role) && role == visit.state->owner) {
        const auto own = owners(scene, visit);
        if (std::find(own.begin(), own.end(), person) != own.end()) return true;
    }
    const auto roles = roles_of(scene, person);
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::string role_among(const Scene& scene, const Visit& visit, PersonId person,
                       const std::vector<std::string>& roles) {
    const auto found = std::find_if(roles.begin(), roles.end(), [&](const std::string& role) {
        return acts_as(scene, visit, person, role);
    });
    return found == roles.end() ? std::string() : *found;
}

// What may still be said when the case is closed.
bool outlasts(const Transition& on) {
    return on.target.empty() && on.does != Doing::wishes && on.does != Doing::waive &&
           on.does != Doing::nothing;
}

bool kept(const Scene& scene, const Visit& visit, const std::string& name) {
    const auto* pairing = pairing_numbered(scene.of, visit.pairing);
    return (pairing && pairing->words.contains(name)) || scene.of.words.contains(name);
}

bool offered(const Scene& scene, const Visit& visit, const Transition& on) {
    if (!on.needs.empty() && !kept(scene, visit, on.needs)) return false;
    if (on.does == Doing::forget) return scene.of.pairings.empty();
    if (on.does == Doing::waive) return !scene.of.anyone_is_fine;
    // Once she is asked to evaluate, nothing she writes is for whoever looks for a mentor.
    if (on.does == Doing::wishes) return !visit.state->form || !visit.state->form->rated;
    if (on.does == Doing::go_on) return !scene.of.danger_rest.empty();
    return true;
}

void add_on(std::vector<Move>& moves, const Scene& scene, const Visit& visit, PersonId person,
            const Transition& on) {
    auto role = role_among(scene, visit, person, on.by);
    if (role.empty() || !offered(scene, visit, on)) return;
    moves.push_back(
        {visit, std::move(role), &on, nullptr, nullptr, Choice{on.answer, on.takes, on.by_yes, on.by_no}});
}

void add_all(std::vector<Move>& moves, const Scene& scene, const Visit& visit, PersonId person) {
    const auto& all = *visit.state->all;
    auto role = role_among(scene, visit, person, all.roles);
    const auto* pairing = pairing_numbered(scene.of, visit.pairing);
    if (role.empty() || (pairing && pairing->confirmed.contains(role))) return;
    moves.push_back({visit, std::move(role), nullptr, &all, nullptr,
                     Choice{all.answer, Takes::nothing, all.by_yes, false}});
}

bool taken_anywhere(const Program& program, const std::string& answer) {
    return std::any_of(program.anywhere.begin(), program.anywhere.end(),
                       [&](const Transition& each) { return each.answer == answer; });
}

void add_form(std::vector<Move>& moves, const Scene& scene, const Visit& visit, PersonId person) {
    const auto& form = *visit.state->form;
    if (taken_anywhere(scene.program, form.answer)) return;  // it may be said at any time: see [any]
    auto role = role_among(scene, visit, person, {form.by});
    if (role.empty()) return;
    moves.push_back({visit, std::move(role), nullptr, nullptr, &form,
                     Choice{form.answer, form.rated ? Takes::ratings : Takes::form, false, false}});
}

}

std::vector<Move> moves_at(const Scene& scene, const Visit& visit, PersonId person) {
    std::vector<Move> moves;
    if (visit.state->all) add_all(moves, scene, visit, person);
    if (visit.state->form) add_form(moves, scene, visit, person);
    for (const auto& on : visit.state->on) add_on(moves, scene, visit, person, on);
    return moves;
}

namespace {

// The visit is over, but what it asked is asked in the present one too: ACCEPT to the invitation while the
// chair still answers a question about it.
std::vector<Move> moves_carried_over(const Scene& scene, PersonId person, int step) {
    const auto past = std::find_if(scene.of.past.begin(), scene.of.past.end(),
                                   [&](const PastVisit& each) { return each.step == step; });
    if (past == scene.of.past.end()) return {};
    const auto visit = visit_of(scene.program, scene.of, past->pairing);
    const auto* state =
        state_named(scene.program, past->pairing == 0 ? Scope::of_case : Scope::of_pairing, past->state);
    if (!visit || !state) return {};
    auto moves = moves_at(scene, *visit, person);
    std::erase_if(moves, [&](const Move& move) {
        if (move.form) return !state->form || state->form->answer != move.form->answer;
        return !move.on || std::none_of(state->on.begin(), state->on.end(), [&](const Transition& each) {
            return each.answer == move.on->answer && each.does == move.on->does;
        });
    });
    return moves;
}

}

std::vector<Move> moves_for(const Scene& scene, PersonId person, int step) {
    const auto found = step == 0 ? std::nullopt : find_visit(scene.program, scene.of, step);
    if (step != 0 && !found) return moves_carried_over(scene, person, step);
    if (found && found->visit.pairing != 0) return moves_at(scene, found->visit, person);
    std::vector<Move> moves;
    for (const auto& visit : visits(scene.program, scene.of))
        for (auto& move : moves_at(scene, visit, person)) moves.push_back(std::move(move));
    return moves;
}

namespace {

// What she may still say who had a part in this case and has none any more: what is about herself, and that
// somebody should hear her.
bool is_about_herself(const Transition& on) {
    switch (on.does) {
        case Doing::help:
        case Doing::human:
        case Doing::concern:
        case Doing::pause_mentor:
        case Doing::resume_mentor:
        case Doing::fewer_letters:
            return on.target.empty();
        default:
            return false;
    }
}

std::string former_role(const Scene& scene, PersonId person, const std::vector<std::string>& roles) {
    for (const auto& each : scene.of.pairings)
        if (each.mentor == person && !each.outcome.empty() &&
            std::find(roles.begin(), roles.end(), each.role) != roles.end())
            return each.role;
    if (!had_part(scene, person)) return {};
    for (const auto& each : scene.surroundings.offices)
        if (each.holder == person && std::find(roles.begin(), roles.end(), each.office) != roles.end())
            return each.office;
    return {};
}

}

std::vector<Move> moves_anywhere(const Scene& scene, PersonId person) {
    std::vector<Move> moves;
    const auto visit = visit_of(scene.program, scene.of, 0);
    if (!visit) return moves;
    for (const auto& on : scene.program.anywhere) {
        if (visit->state->final && !outlasts(on)) continue;
        const auto before = moves.size();
        add_on(moves, scene, *visit, person, on);
        if (moves.size() > before || !is_about_herself(on)) continue;
        if (auto role = former_role(scene, person, on.by); !role.empty())
            moves.push_back({*visit, std::move(role), &on, nullptr, nullptr,
                             Choice{on.answer, on.takes, on.by_yes, on.by_no}});
    }
    return moves;
}

const Form* form_of(const Program& program, std::string_view answer) {
    for (const auto& state : program.states)
        if (state.form && state.form->answer == answer) return &*state.form;
    return nullptr;
}

std::optional<Found> find_visit(const Program& program, const Case& of, int step) {
    if (const auto visit = visit_at(program, of, step)) return Found{*visit, Freshness::present};
    for (const auto& past : of.past) {
        if (past.step != step) continue;
        const auto visit = visit_of(program, of, past.pairing);
        if (visit && visit->state->name == past.state && !visit->state->all)
            return Found{*visit, Freshness::reopened};
    }
    return std::nullopt;
}

}
