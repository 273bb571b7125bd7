// SPDX-License-Identifier: MIT
#include "workflow/deciding/question.h"

#include <algorithm>

#include "workflow/deciding/moves.h"

namespace mentoring {

namespace {

constexpr int rating_max = 5;

void add_choices(std::vector<Choice>& choices, const std::vector<Move>& moves) {
    for (const auto& move : moves) {
        const bool known = std::any_of(choices.begin(), choices.end(),
                                       [&](const Choice& each) { return each.intent == move.choice.intent; });
        if (known) continue;
        choices.push_back(move.choice);
    }
}

// Where two visits take a plain yes it would not be clear which of them it means.
void keep_plain_words_clear(std::vector<Choice>& choices, std::size_t visits_asked) {
    if (visits_asked < 2) return;
    const auto yes = std::count_if(choices.begin(), choices.end(), [](const Choice& c) { return c.by_yes; });
    const auto no = std::count_if(choices.begin(), choices.end(), [](const Choice& c) { return c.by_no; });
    for (auto& each : choices) {
        each.by_yes = each.by_yes && yes < 2;
        each.by_no = each.by_no && no < 2;
    }
}

NamedPerson named(const Scene& scene, PersonId id) {
    const auto* person = person_on(scene.surroundings, id);
    return {id, person ? person->name : std::string()};
}

void add_people(Question& question, const Scene& scene) {
    const auto takes = [&](Takes what) {
        return std::any_of(question.choices.begin(), question.choices.end(),
                           [&](const Choice& each) { return each.takes == what; });
    };
    if (takes(Takes::mentors))
        for (const auto id : scene.of.suggested) question.candidates.push_back(named(scene, id));
    for (const auto& [id, person] : scene.surroundings.people)
        if (person.mentor && person.standing == Standing::active && id != scene.of.mentee)
            question.roster.push_back({id, person.name});
}

// Who holds or held an office, and the parties of the case.
void add_addressees(Question& question, const Scene& scene) {
    const auto add = [&](PersonId id) {
        if (const auto* person = person_on(scene.surroundings, id))
            question.addressees.push_back(person->name);
    };
    for (const auto& holding : scene.surroundings.offices) add(holding.holder);
    add(scene.of.mentee);
    for (const auto id : scene.of.suggested) add(id);
    for (const auto& pairing : scene.of.pairings) add(pairing.mentor);
}

void add_known(Question& question, const Scene& scene, int pairing) {
    const auto* two = pairing_numbered(scene.of, pairing);
    for (const auto& field : question.form) {
        if (two)
            if (const auto found = two->words.find(field.name); found != two->words.end())
                question.known[field.name] = found->second.text;
        if (const auto found = scene.of.words.find(field.name); found != scene.of.words.end())
            question.known[field.name] = found->second.text;
    }
}

void add_form(Question& question, const Scene& scene, const std::vector<Move>& moves, int pairing) {
    for (const auto& move : moves)
        if (move.form && !move.form->rated) question.form = move.form->fields;
    for (const auto& each : question.choices) {
        if (each.takes == Takes::ratings) question.rated = scene.program.rated;
        const auto* form = each.takes == Takes::form ? form_of(scene.program, each.intent) : nullptr;
        if (form && question.form.empty()) question.form = form->fields;
    }
    question.rating_max = rating_max;
    add_known(question, scene, pairing);
}

std::size_t count_visits(const std::vector<Move>& moves) {
    std::vector<int> steps;
    for (const auto& move : moves) steps.push_back(move.visit.step);
    std::sort(steps.begin(), steps.end());
    return static_cast<std::size_t>(std::unique(steps.begin(), steps.end()) - steps.begin());
}

Asked challenge_of(const Case& of, PersonId person, int step) {
    Asked asked;
    asked.step = step;
    asked.question.situation = "challenge";
    asked.question.choices = {{"yes", Takes::nothing, true, false}, {"no", Takes::nothing, false, true}};
    const bool kept = of.unproven && of.unproven->by == person && of.unproven->step == step;
    asked.timeliness = kept ? Timeliness::present : Timeliness::past;
    if (kept) asked.role = of.unproven->role;
    return asked;
}

constexpr std::string_view help_letter = "help";  // promised by every footer: all that can be said

bool owns(const Scene& scene, const Visit& visit, PersonId person) {
    const auto own = owners(scene, visit);
    return std::find(own.begin(), own.end(), person) != own.end();
}

bool may_undo(const Case& of, PersonId person, Instant now) {
    return of.resting && of.resting->by == person && now < of.resting->until;
}

// By her answer she may have left the case: what still rests she takes back all the same.
void offer_undo(std::vector<Choice>& choices, const Case& of, PersonId person, Instant now) {
    const bool offered =
        std::any_of(choices.begin(), choices.end(), [](const Choice& each) { return each.intent == "undo"; });
    if (!offered && may_undo(of, person, now)) choices.push_back({"undo", Takes::nothing, false, false});
}

std::string situation_of(const Case& of, const std::vector<Move>& moves) {
    return moves.empty() ? of.state : moves.front().visit.state->name;
}

std::string role_of(const Scene& scene, PersonId person, const std::vector<Move>& moves) {
    if (!moves.empty()) return moves.front().role;
    const auto roles = roles_of(scene, person);
    return roles.empty() ? std::string() : roles.front();
}

}

std::optional<Asked> question_for(const Program& program, const Case& of, const Surroundings& surroundings,
                                  PersonId person, int step, Instant now, Purpose purpose) {
    const Scene scene{program, of, surroundings, now};
    if (!had_part(scene, person) && roles_of(scene, person).empty()) return std::nullopt;
    if (purpose == Purpose::challenge) return challenge_of(of, person, step);
    const auto found = step == 0 ? std::nullopt : find_visit(program, of, step);
    const auto moves = moves_for(scene, person, step);
    Asked asked;
    asked.role = role_of(scene, person, moves);
    asked.step = step;
    asked.pairing = moves.empty() ? 0 : moves.front().visit.pairing;
    asked.timeliness = step != 0 && !found && moves.empty() ? Timeliness::past : Timeliness::present;
    asked.question.situation = situation_of(of, moves);
    asked.question.role = asked.role;
    add_choices(asked.question.choices, moves);
    keep_plain_words_clear(asked.question.choices, count_visits(moves));
    add_choices(asked.question.choices, moves_anywhere(scene, person));
    offer_undo(asked.question.choices, of, person, now);
    add_form(asked.question, scene, moves, asked.pairing);
    add_people(asked.question, scene);
    add_addressees(asked.question, scene);
    return asked;
}

std::vector<Choice> choices_for(const Program& program, const Case& of, const Surroundings& surroundings,
                                const Letter& letter, Instant now) {
    const Scene scene{program, of, surroundings, now};
    const auto person = letter.recipient;
    const auto found = letter.step == 0 ? std::nullopt : find_visit(program, of, letter.step);
    std::vector<Choice> choices;
    add_choices(choices, moves_for(scene, person, letter.step));
    if (letter.purpose != Purpose::evaluation)
        std::erase_if(choices, [](const Choice& each) { return each.takes == Takes::ratings; });
    const bool asked = found && owns(scene, found->visit, person) && letter.name != help_letter;
    if (!asked || choices.empty()) add_choices(choices, moves_anywhere(scene, person));
    std::erase_if(choices, [&](const Choice& each) { return each.intent == "undo"; });
    if (may_undo(of, person, now))
        choices.insert(choices.begin(), Choice{"undo", Takes::nothing, false, false});
    return choices;
}

}
