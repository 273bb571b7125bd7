// SPDX-License-Identifier: MIT
#include "workflow/writing/program_walk.h"

#include <algorithm>
#include <utility>

namespace mentoring {

namespace {

void add_once(std::vector<std::string>& list, const std::string& item) {
    if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

// Collects what one walk over the program meets.
class Walk {
public:
    explicit Walk(const Program& program) : program_(program) {}

    std::vector<OrderPlace> orders;
    std::vector<Way> ways;

    void go() {
        for (const Opening& each : program_.openings) opening(each);
        for (const State& each : program_.states) state(each);
        state_ = nullptr;
        for (const Transition& each : program_.anywhere) transition(each, "any.on." + each.answer);
        for (const Occasion& each : program_.occasions)
            add(each.letters, {}, "every." + each.name, each.line);
        add(program_.concern.letters, {}, "concern", program_.concern.line);
        gone(program_.mentee_gone, "gone.mentee");
        gone(program_.mentor_gone, "gone.mentor");
    }

private:
    void add(const std::vector<LetterOrder>& letters, std::vector<std::string> writers,
             const std::string& where, int line) {
        for (const LetterOrder& each : letters) orders.push_back({&each, state_, writers, where, line});
    }

    void way(Scope scope, const std::string& target, Cause cause, const char* key, const std::string& where,
             int line) {
        if (!target.empty()) ways.push_back({state_, scope, target, cause, key, where, line});
    }

    void end(const std::string& outcome, Cause cause, const std::string& where, int line) {
        if (!outcome.empty()) ways.push_back({state_, Scope::of_pairing, "", cause, "outcome", where, line});
    }

    Scope here() const { return state_ == nullptr ? Scope::of_case : state_->scope; }

    void opening(const Opening& opening) {
        const std::string where = "opening." + opening.name;
        add(opening.letters, {"mentee"}, where, opening.line);
        way(Scope::of_case, opening.target, Cause::ordered, "goto", where, opening.line);
    }

    void gone(const GoneRule& rule, const std::string& where) {
        add(rule.letters, {}, where, rule.line);
        way(Scope::of_case, rule.target, Cause::ordered, "goto", where, rule.line);
    }

    void transition(const Transition& on, const std::string& where) {
        add(on.letters, on.by, where, on.line);
        way(here(), on.target, Cause::answered, "goto", where, on.line);
        way(here(), on.once_paired, Cause::answered, "once_paired", where, on.line);
        way(Scope::of_case, on.case_target, Cause::answered, "case", where, on.line);
        end(on.outcome, Cause::answered, where, on.line);
    }

    // Silence that counts as an answer goes where that answer goes.
    void silence(const AfterWait& after, const std::string& where) {
        add(after.letters, {}, where, after.line);
        way(here(), after.target, Cause::silent, "goto", where, after.line);
        way(here(), after.once_paired, Cause::silent, "once_paired", where, after.line);
        way(Scope::of_case, after.case_target, Cause::silent, "case", where, after.line);
        end(after.outcome, Cause::silent, where, after.line);
        for (const Transition& each : state_->on) {
            if (each.answer != after.answer) continue;
            way(here(), each.target, Cause::silent, "goto", where, after.line);
            end(each.outcome, Cause::silent, where, after.line);
        }
    }

    void each(const Each& shape, const std::string& where) {
        add(shape.enough_letters, {}, where + ".enough", shape.line);
        add(shape.exhausted_letters, {}, where + ".exhausted", shape.line);
        add(shape.sibling_letters, {}, where + ".siblings", shape.line);
        add(shape.full_letters, {}, where + ".full", shape.line);
        way(Scope::of_pairing, shape.pairing_state, Cause::ordered, "pairing", where, shape.line);
        way(Scope::of_case, shape.enough, Cause::answered, "goto", where + ".enough", shape.line);
        way(Scope::of_case, shape.exhausted, Cause::silent, "goto", where + ".exhausted", shape.line);
    }

    void running(const Running& shape, const std::string& where) {
        for (const auto& [outcome, target] : shape.ended) {
            const std::string ended = where + ".ended." + (outcome.empty() ? "other" : outcome);
            way(Scope::of_case, target, Cause::silent, "goto", ended, shape.line);
        }
        for (const auto& [outcome, letters] : shape.letters)
            add(letters, {}, where + ".ended." + (outcome.empty() ? "other" : outcome), shape.line);
    }

    void all(const All& shape, const std::string& where) {
        add(shape.letters, shape.roles, where, shape.line);
        way(here(), shape.target, Cause::answered, "goto", where, shape.line);
        end(shape.outcome, Cause::answered, where, shape.line);
    }

    void form(const Form& shape, const std::string& where) {
        add(shape.letters, {shape.by}, where, shape.line);
        add(shape.low_letters, {shape.by}, where + ".low", shape.line);
        way(here(), shape.target, Cause::answered, "goto", where, shape.line);
    }

    void state(const State& of) {
        state_ = &of;
        const std::string where = place_of(of);
        add(of.enter, {}, where + ".enter", of.line);
        for (const Transition& on : of.on) transition(on, where + ".on." + on.answer);
        for (const AfterWait& after : of.after) silence(after, where + ".after");
        if (of.each) each(*of.each, where + ".each");
        if (of.running) running(*of.running, where + ".running");
        if (of.waiver) way(of.scope, of.waiver->target, Cause::ordered, "goto", where + ".waiver", of.line);
        if (of.all) all(*of.all, where + ".all");
        if (of.form) form(*of.form, where + ".form");
        if (of.cadence) add(of.cadence->letters, {}, where + ".cadence", of.cadence->line);
    }

    const Program& program_;
    const State* state_ = nullptr;
};

void keep_form(const Form& form, const std::string& where, std::vector<Kept>& kept) {
    for (const FormField& each : form.fields)
        kept.push_back(
            {each.name, each.readers.empty() ? form.readers : each.readers, {form.by}, where, form.line});
    if (form.rated) kept.push_back({"comment", form.readers, {form.by}, where, form.line});
}

void keep_answer(const Transition& on, const std::string& where, std::vector<Kept>& kept) {
    if (!on.keep.empty()) kept.push_back({on.keep, on.readers, on.by, where, on.line});
    if (on.does == Doing::concern) kept.push_back({"concern", on.readers, on.by, where, on.line});
}

}

std::vector<OrderPlace> orders_of(const Program& program) {
    Walk walk(program);
    walk.go();
    return std::move(walk.orders);
}

std::vector<Way> ways_of(const Program& program) {
    Walk walk(program);
    walk.go();
    return std::move(walk.ways);
}

std::vector<Kept> kept_words(const Program& program) {
    std::vector<Kept> kept;
    for (const Opening& each : program.openings)
        kept.push_back({"request", each.readers, {"mentee"}, "opening." + each.name, each.line});
    for (const State& state : program.states) {
        for (const Transition& on : state.on) keep_answer(on, place_of(state) + ".on." + on.answer, kept);
        if (state.form) keep_form(*state.form, place_of(state) + ".form", kept);
    }
    for (const Transition& on : program.anywhere) keep_answer(on, "any.on." + on.answer, kept);
    return kept;
}

std::vector<Offer> offers_in(const State& state) {
    std::vector<Offer> offers;
    const std::string where = place_of(state);
    for (const Transition& on : state.on)
        offers.push_back(
            {on.answer, on.by, on.by_yes, on.by_no, &state, &on, where + ".on." + on.answer, on.line});
    if (state.all)
        offers.push_back({state.all->answer, state.all->roles, state.all->by_yes, false, &state, nullptr,
                          where + ".all", state.all->line});
    if (state.form)
        offers.push_back({state.form->answer,
                          {state.form->by},
                          false,
                          false,
                          &state,
                          nullptr,
                          where + ".form",
                          state.form->line});
    return offers;
}

std::vector<Offer> offers_anywhere(const Program& program) {
    std::vector<Offer> offers;
    for (const Transition& on : program.anywhere)
        offers.push_back(
            {on.answer, on.by, on.by_yes, on.by_no, nullptr, &on, "any.on." + on.answer, on.line});
    return offers;
}

std::string place_of(const State& state) {
    return (state.scope == Scope::of_case ? "state." : "pairing.") + state.name;
}

std::vector<std::string> mentor_roles(const Program& program) {
    std::vector<std::string> roles;
    for (const State& state : program.states) {
        if (state.each) add_once(roles, state.each->role);
        for (const Transition& on : state.on) add_once(roles, on.becomes);
    }
    return roles;
}

bool is_office(const Program& program, std::string_view role) {
    return std::any_of(program.offices.begin(), program.offices.end(),
                       [&](const OfficeRule& each) { return each.name == role; });
}

std::vector<std::string> all_roles(const Program& program) {
    std::vector<std::string> roles{"mentee"};
    for (const std::string& each : mentor_roles(program)) add_once(roles, each);
    for (const OfficeRule& each : program.offices) add_once(roles, each.name);
    return roles;
}

}
