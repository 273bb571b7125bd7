// SPDX-License-Identifier: MIT
#include "tests/whole/given.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "daemon/store/cases.h"
#include "tests/whole/store_glance.h"
#include "workflow/deciding/front_desk.h"
#include "workflow/deciding/visits.h"

namespace mentoring {

namespace {

using Answers = std::set<std::string>;

constexpr std::size_t cases_max = 1000;

std::string place(const State& state) {
    return (state.scope == Scope::of_case ? "state " : "pairing ") + state.name;
}

std::string in_words(const State& state, const std::string& answer, const std::string& role) {
    return place(state) + ": " + answer + " by " + role;
}

std::string at_any_time(const std::string& answer) {
    return "any: " + answer;
}

Answers answers_in(const State& state) {
    Answers answers;
    for (const auto& on : state.on)
        for (const auto& role : on.by) answers.insert(in_words(state, on.answer, role));
    if (state.form) answers.insert(in_words(state, state.form->answer, state.form->by));
    if (state.all)
        for (const auto& role : state.all->roles) answers.insert(in_words(state, state.all->answer, role));
    return answers;
}

// The state that was visited at that step, be it over or not.
const State* state_visited(const Program& program, const Case& of, int step) {
    for (const auto& each : of.past)
        if (each.step == step)
            return state_named(program, each.pairing == 0 ? Scope::of_case : Scope::of_pairing, each.state);
    const auto visit = visit_at(program, of, step);
    return visit ? visit->state : nullptr;
}

Answers told_in(const Program& program, const Case& of) {
    Answers answers;
    for (const auto& each : of.told) {
        const auto* state = state_visited(program, of, each.step);
        const auto said = state ? in_words(*state, each.intent, each.role) : std::string();
        const bool of_state = state && answers_in(*state).contains(said);
        answers.insert(of_state ? said : at_any_time(each.intent));
    }
    return answers;
}

std::vector<Case> cases_in(const std::filesystem::path& folder, const Program& program) {
    std::ifstream key(folder / "store.key");
    const std::string text{std::istreambuf_iterator<char>(key), {}};
    Store store((folder / "mentord.db").string(), keys_from_text(text));
    std::vector<Case> cases;
    for (const auto standing : {CaseStanding::open, CaseStanding::closed})
        for (const auto& row : Cases(store).list(program.name, standing, cases_max))
            cases.push_back(Cases(store).load(row.id).value());
    return cases;
}

}

Answers answers_of(const Program& program) {
    Answers answers{"challenge: yes", "challenge: no"};
    for (const auto& state : program.states) answers.merge(answers_in(state));
    for (const auto& on : program.anywhere) answers.insert(at_any_time(on.answer));
    return answers;
}

Answers answers_given(const std::filesystem::path& folder, const Program& program) {
    Answers answers;
    for (const auto& each : cases_in(folder, program)) answers.merge(told_in(program, each));
    const auto stored = [&](const std::string& query) {
        return !rows_in_store(folder / "mentord.db", query).empty();
    };
    // These leave no answer behind: one takes an answer away, the others are about an answer that was kept.
    if (stored("SELECT 1 FROM journal WHERE line LIKE 'undone decision %'"))
        answers.insert(at_any_time("undo"));
    if (stored("SELECT 1 FROM journal WHERE line LIKE 'challenge denied by %'"))
        answers.insert("challenge: no");
    if (stored("SELECT 1 FROM outbox challenge JOIN outbox done USING (case_id, recipient) WHERE "
               "challenge.letter = 'challenge' AND done.letter = 'matched'"))
        answers.insert("challenge: yes");
    return answers;
}

namespace {

// By what the ruling of the answering mail says.
const std::map<std::string, std::string>& choices_by_ruling() {
    static const std::map<std::string, std::string> choices{
        {"opened a case for its sender", "manager: yes"},
        {"opened a case for somebody named", "manager: for"},
        {"left a mail alone", "manager: not-a-request"},
        {"asked whether an address is hers", "manager: she-is"},
        {"said that an address is hers", "address: yes"},
        {"said that an address is not hers", "address: no"},
        {"said that a mail adds to her request", "second request: add"},
        {"said that a mail is a new request", "second request: new"},
        {"said that a mail was no request", "second request: neither"},
        {"said which case a mail is about", "several cases: number"},
    };
    return choices;
}

}

Answers desk_choices() {
    Answers all{"several cases: number"};
    const auto add = [&](const std::string& question, const std::vector<Choice>& choices) {
        for (const auto& each : choices) all.insert(question + ": " + each.intent);
    };
    add("manager", manager_choices({{}, {}, PersonId{1}, {}}));
    add("second request", add_or_new());
    add("address", yes_or_no());
    return all;
}

Answers desk_choices_taken(const std::filesystem::path& folder) {
    Answers taken;
    for (const auto& reason : rows_in_store(folder / "mentord.db", "SELECT DISTINCT reason FROM inbox"))
        if (const auto found = choices_by_ruling().find(reason); found != choices_by_ruling().end())
            taken.insert(found->second);
    return taken;
}

}
