// SPDX-License-Identifier: MIT
#include "tests/scenarios/covered.h"

#include "workflow/deciding/visits.h"

namespace mentoring {

namespace {

std::string place(const State& state) {
    return (state.scope == Scope::of_case ? "state " : "pairing ") + state.name;
}

void add_state(Coverage& all, const State& state) {
    for (const auto& on : state.on) all.insert(place(state) + " on " + on.answer);
    for (std::size_t i = 0; i < state.after.size(); ++i)
        all.insert(place(state) + " after " + std::to_string(i));
    if (state.all) all.insert(place(state) + " all");
    if (state.cadence) all.insert(place(state) + " cadence");
    if (state.waiver) all.insert(place(state) + " waiver");
    if (state.final) all.insert(place(state) + " final");
    if (state.form && !state.form->target.empty())
        for (const auto* what : {" form complete", " form missing"}) all.insert(place(state) + what);
    if (state.form && state.form->low > 0) all.insert(place(state) + " form low");
    if (state.each)
        for (const auto* what : {" each enough", " each exhausted", " each siblings", " each full"})
            all.insert(place(state) + what);
    if (state.running)
        for (const auto& [outcome, target] : state.running->ended)
            all.insert(place(state) + " ended " + (outcome.empty() ? "other" : outcome));
}

const State* state_at(const Program& program, const Case& before, int step) {
    const auto visit = visit_at(program, before, step);
    return visit ? visit->state : nullptr;
}

bool wrote(const Step& step, const std::vector<LetterOrder>& orders) {
    for (const auto& effect : step.effects)
        if (const auto* letter = std::get_if<Letter>(&effect))
            for (const auto& order : orders)
                if (order.letter == letter->name) return true;
    return false;
}

void cover_told(Coverage& covered, const Program& program, const Case& before, const Step& step) {
    if (step.next.told.size() <= before.told.size()) return;
    const auto& told = step.next.told.back();
    const auto* state = state_at(program, before, told.step);
    for (const auto& on : state ? state->on : std::vector<Transition>{})
        if (on.answer == told.intent) {
            covered.insert(place(*state) + " on " + told.intent);
            return;
        }
    if (state && state->all && state->all->answer == told.intent) covered.insert(place(*state) + " all");
    if (state && state->form && state->form->answer == told.intent) {
        const bool complete = step.next.step != before.step || wrote(step, state->form->letters);
        covered.insert(place(*state) + (complete ? " form complete" : " form missing"));
        if (wrote(step, state->form->low_letters)) covered.insert(place(*state) + " form low");
    }
    covered.insert("any on " + told.intent);
}

void cover_each(Coverage& covered, const Program& program, const Case& before, const Step& step) {
    const auto* state = state_named(program, Scope::of_case, before.state);
    if (!state || !state->each) return;
    if (wrote(step, state->each->sibling_letters)) covered.insert(place(*state) + " each siblings");
    if (wrote(step, state->each->full_letters)) covered.insert(place(*state) + " each full");
    if (step.next.state == before.state) return;
    if (step.next.state == state->each->exhausted) covered.insert(place(*state) + " each exhausted");
    if (step.next.state == state->each->enough) covered.insert(place(*state) + " each enough");
}

void cover_running(Coverage& covered, const Program& program, const Case& before, const Step& step) {
    for (const auto& state : program.states) {
        if (!state.running || step.next.state == state.name) continue;
        const bool passed =
            before.state == state.name || before.state == "review" || before.state == "inviting";
        for (const auto& [outcome, target] : state.running->ended) {
            if (!passed || step.next.state != target) continue;
            std::string ended = "none";
            for (const auto& each : step.next.pairings)
                if (!each.outcome.empty() && each.since == step.next.since) ended = each.outcome;
            const auto& known = state.running->ended;
            covered.insert(place(state) + " ended " + (known.contains(ended) ? ended : "other"));
        }
    }
}

}

Coverage all_of(const Program& program) {
    Coverage all;
    for (const auto& state : program.states) add_state(all, state);
    for (const auto& on : program.anywhere) all.insert("any on " + on.answer);
    for (const auto& opening : program.openings) all.insert("opening " + opening.name);
    all.insert({"concern unanswered", "gone mentee", "gone mentor"});
    return all;
}

void cover(Coverage& covered, const Program& program, const Case& before, const Event& event,
           const Step& step) {
    cover_told(covered, program, before, step);
    cover_each(covered, program, before, step);
    cover_running(covered, program, before, step);
    if (const auto* due = std::get_if<WaitDue>(&event)) {
        const auto* state = state_at(program, before, due->step);
        if (state) covered.insert(place(*state) + " " + due->name);
        if (due->step == 0) covered.insert("concern unanswered");
    }
    if (const auto* opened = std::get_if<Opened>(&event)) covered.insert("opening " + opened->opening);
    if (const auto* gone = std::get_if<PersonGone>(&event))
        covered.insert(gone->person == before.mentee ? "gone mentee" : "gone mentor");
    for (const auto& effect : step.effects)
        if (const auto* letter = std::get_if<Letter>(&effect); letter && letter->name == "undone")
            covered.insert("any on undo");
    for (const auto& each : step.next.pairings) {
        const auto* was = pairing_numbered(before, each.number);
        if (each.known && (!was || !was->known) && step.next.anyone_is_fine)
            covered.insert("pairing introducing waiver");
    }
    const auto* state = state_named(program, Scope::of_case, step.next.state);
    if (state && state->final) covered.insert(place(*state) + " final");
}

}
