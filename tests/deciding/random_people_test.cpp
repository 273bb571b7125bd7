// SPDX-License-Identifier: MIT
// Random people in simulated years: whatever they answer, in whatever order, late, twice or not at all, the
// laws hold after every step.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "tests/scenarios/town.h"
#include "workflow/deciding/advance.h"
#include "workflow/deciding/audience.h"
#include "workflow/deciding/calendar.h"
#include "workflow/deciding/moves.h"
#include "workflow/deciding/question.h"
#include "workflow/deciding/roles.h"

namespace mentoring {

namespace {

constexpr int cases_played = 40;
constexpr int steps_a_case = 100;
constexpr int steps_after_the_end = 10;
const std::vector<std::string> names{"Nora", "Ruth", "Dana", "Lena",  "Elena", "Iris",
                                     "Maya", "Ada",  "Bea",  "Chloe", "Gwen"};

class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }
    bool one_in(int limit) { return below(limit) == 0; }
    const std::string& name() {
        return names[static_cast<std::size_t>(below(static_cast<int>(names.size())))];
    }

private:
    std::mt19937 engine_;
};

// The laws; each is one loop over the letters or the case.
class Laws {
public:
    explicit Laws(const Town& town) : town_(town) {}

    void hold(const Case& before, const Step& step) {
        around_ = town_.surroundings();
        hold_for_case(step.next);
        for (const auto& effect : step.effects)
            if (const auto* letter = std::get_if<Letter>(&effect))
                hold_for_letter(before, step.next, *letter);
        CHECK(step.next.decisions >= before.decisions);
        if (!step.effects.empty()) CHECK(step.next.decisions == before.decisions + 1);
        keys_are_unique(step);
    }

private:
    void hold_for_case(const Case& of) {
        const bool over = final(town_.program, of);
        for (const auto& visit : visits(town_.program, of)) {
            if (over || visit.state->final) continue;
            INFO("state " << visit.state->name);
            CHECK_FALSE(visit.state->owner.empty());
            const bool waits = std::any_of(of.waits.begin(), of.waits.end(), [&](const Wait& each) {
                return each.step == visit.step ||
                       (visit.pairing == 0 && visit.state->running && each.step != 0) ||
                       (visit.pairing == 0 && visit.state->each && each.step != 0);
            });
            CHECK(waits);
        }
        for (const auto& pairing : of.pairings) {
            if (over) CHECK_FALSE(running(pairing));
            if (running(pairing))
                CHECK(state_named(town_.program, Scope::of_pairing, pairing.state) != nullptr);
        }
        for (const auto& wait : of.waits)
            CHECK((wait.step == 0 || visit_at(town_.program, of, wait.step).has_value()));
        capacity_holds(of);
    }

    void capacity_holds(const Case& of) {
        for (const auto& pairing : of.pairings) {
            if (!accepted(pairing)) continue;
            const auto& person = around_.people.at(pairing.mentor);
            const auto load = around_.loads.find(pairing.mentor);
            CHECK((load == around_.loads.end() || load->second <= person.mentor->capacity));
        }
    }

    void hold_for_letter(const Case& before, const Case& next, const Letter& letter) {
        INFO("letter " << letter.name << " to " << town_.first_name(letter.recipient));
        CHECK(active(around_, letter.recipient));
        CHECK(letter.name != refused_letter);
        const Scene now{town_.program, next, around_, town_.now};
        const Scene then{town_.program, before, around_, town_.now};
        CHECK((!breach(now, letter) || !breach(then, letter)));
        if (letter.recipient == next.mentee) nothing_of_a_decline(next, letter);
        if (!letter.unasked) return;
        CHECK_FALSE(next.danger_rest.contains(letter.recipient));
    }

    // Nobody who was asked and did not say yes is named to her, in whatever field.
    void nothing_of_a_decline(const Case& of, const Letter& letter) {
        for (const auto& pairing : of.pairings) {
            if (pairing.accepted || letter.said) continue;
            const auto& name = around_.people.at(pairing.mentor).name;
            for (const auto& [field, text] : letter.fields.texts) {
                if (field == "chair_name" || field == "president_name" || field == "manager_name" ||
                    field == "readers")
                    continue;
                INFO(field << ": " << text);
                CHECK(text.find(name) == std::string::npos);
            }
        }
    }

    void keys_are_unique(const Step& step) {
        std::set<std::pair<PersonId, std::string>> keys;
        for (const auto& effect : step.effects)
            if (const auto* letter = std::get_if<Letter>(&effect))
                CHECK(keys.insert({letter->recipient, letter->name}).second);
    }

    const Town& town_;
    Surroundings around_;
};

Arguments some_arguments(Chance& chance, const Town& town, const Choice& choice) {
    Arguments said;
    const auto today = local_date(town.surroundings().calendar, town.now);
    if (choice.takes == Takes::mentors) {
        for (int i = 0; i <= chance.below(2); ++i) said.mentors.push_back(town.id(chance.name()));
        said.order = static_cast<InvitationOrder>(chance.below(3));
    }
    if (choice.takes == Takes::text || chance.one_in(4)) said.text = "words of hers";
    if (choice.takes == Takes::date || choice.takes == Takes::rhythm || choice.takes == Takes::meeting)
        if (!chance.one_in(3))
            said.date = Date{std::chrono::sys_days{today} + std::chrono::days{chance.below(200) - 60}};
    if (choice.takes == Takes::rhythm) said.rhythm = Rhythm{1 + chance.below(3), Rhythm::Unit::months};
    if (choice.takes == Takes::ratings)
        for (int i = 0; i < 4; ++i)
            said.ratings.push_back(chance.one_in(4) ? std::nullopt : std::optional(chance.below(7)));
    if (choice.takes == Takes::form)
        for (const auto* name :
             {"wishes", "line", "not_to_ask", "working_together", "issues_and_goals", "timeline", "closure"})
            if (!chance.one_in(3)) said.fields[name] = std::string("about ") + chance.name();
    return said;
}

// Mostly somebody who is waited for.
PersonId some_writer(Chance& chance, const Town& town) {
    const auto around = town.surroundings();
    const Scene scene{town.program, town.present, around, town.now};
    const auto waiting = visits(town.program, town.present);
    if (chance.one_in(4) || waiting.empty()) return town.id(chance.name());
    const auto own =
        owners(scene, waiting[static_cast<std::size_t>(chance.below(static_cast<int>(waiting.size())))]);
    return own.empty() ? town.id(chance.name())
                       : own[static_cast<std::size_t>(chance.below(static_cast<int>(own.size())))];
}

Event some_answer(Chance& chance, const Town& town) {
    Answered answered;
    answered.by = some_writer(chance, town);
    answered.step = chance.one_in(3) ? 0 : 1 + chance.below(town.present.steps + 1);
    answered.proof = chance.one_in(3) ? Proof::ordinary : Proof::strong;
    const auto asked =
        question_for(town.program, town.present, town.surroundings(), answered.by, answered.step, town.now);
    answered.answer.clarity = chance.one_in(10) ? Clarity::unclear : Clarity::clear;
    if (asked && !asked->question.choices.empty()) {
        answered.role = asked->role;
        const auto& choices = asked->question.choices;
        const auto& choice =
            choices[static_cast<std::size_t>(chance.below(static_cast<int>(choices.size())))];
        const bool ends_all = choice.intent == "withdraw" || choice.intent == "not-a-request";
        if (ends_all && !chance.one_in(8)) answered.answer.clarity = Clarity::automatic;
        answered.answer.intent = choice.intent;
        answered.answer.arguments = some_arguments(chance, town, choice);
    }
    if (answered.answer.intent.empty()) answered.answer.intent = "match";
    return answered;
}

Event some_happening(Chance& chance, const Town& town) {
    const auto person = town.id(chance.name());
    const auto today = local_date(town.surroundings().calendar, town.now);
    switch (chance.below(6)) {
        case 0:
            return MachineAnswered{person,
                                   Date{std::chrono::sys_days{today} + std::chrono::days{chance.below(30)}}};
        case 1:
            return DangerSeen{person, static_cast<Danger>(chance.below(3))};
        case 2:
            if (!town.written.empty()) {
                const auto& letter = town.written[static_cast<std::size_t>(
                                                      chance.below(static_cast<int>(town.written.size())))]
                                         .letter;
                return LetterBounced{letter.name, letter.recipient, letter.step, chance.one_in(2)};
            }
            return MachineAnswered{person, std::nullopt};
        case 3:
            return Confirmed{person, town.present.unproven ? town.present.unproven->step : 1,
                             !chance.one_in(4)};
        case 4:
            if (chance.one_in(6)) return PersonGone{person};
            return Confirmed{town.present.unproven ? town.present.unproven->by : person,
                             town.present.unproven ? town.present.unproven->step : 1, true};
        default:
            return OfficeChanged{"chair", person};
    }
}

Opened request_of(const Town& town) {
    Opened opened;
    opened.number = "2026-001";
    opened.mentee = opened.by = town.id("Nora");
    opened.opening = town.program.openings.front().name;
    opened.words = "I lead a team and look for somebody to talk with.";
    return opened;
}

}

TEST_CASE("the laws hold whatever people do") {
    std::set<std::string> seen;
    for (unsigned seed = 1; seed <= cases_played; ++seed) {
        Chance chance(seed);
        Town town(balance());
        for (auto* name : {"Ada", "Bea", "Chloe"}) town.person(name).mentor->capacity = 1 + chance.below(2);
        if (chance.one_in(5)) town.set_office("president", "Ada", town.now);
        Laws laws(town);
        town.happen(request_of(town));
        int after_the_end = 0;
        for (int i = 0; i < steps_a_case && after_the_end < steps_after_the_end; ++i) {
            if (final(town.program, town.present)) ++after_the_end;
            INFO("seed " << seed << " step " << i << " state " << town.present.state);
            const auto before = town.present;
            if (chance.one_in(3)) {
                for (const auto& [due, step] :
                     town.pass_until(town.now + std::chrono::hours{chance.below(24 * 20)}))
                    laws.hold(step.next, {step.next, {}});
                continue;
            }
            const auto event = chance.one_in(8) ? some_happening(chance, town) : some_answer(chance, town);
            const auto step = town.happen(event);
            laws.hold(before, step);
            seen.insert(step.next.state);
            for (const auto& pairing : step.next.pairings) seen.insert(pairing.state);
        }
    }
    for (const auto* state :
         {"asking", "paired", "evaluating", "closed", "declined", "under-way", "closing", "paused"}) {
        INFO(state);
        CHECK(seen.contains(state));
    }
}

TEST_CASE("everybody silent, every case comes to an end") {
    for (unsigned seed = 1; seed <= 30; ++seed) {
        Chance chance(seed);
        Town town(balance());
        town.happen(request_of(town));
        for (int i = 0; i < chance.below(25); ++i) {
            town.happen(some_answer(chance, town));
            town.pass_until(town.now + std::chrono::hours{chance.below(100)});
        }
        INFO("seed " << seed << " state " << town.present.state);
        town.pass_until(town.now + std::chrono::hours{24 * 365 * 3});
        CHECK(final(town.program, town.present));
    }
}

}
