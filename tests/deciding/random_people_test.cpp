// SPDX-License-Identifier: MIT
// Random people in simulated years: whatever they answer, in whatever order, late, twice or not at all, the
// laws hold after every step. Half of what they do is what is hoped for, so that cases come far.
#include <random>

#include "tests/deciding/laws.h"
#include "workflow/deciding/calendar.h"
#include "workflow/deciding/moves.h"
#include "workflow/deciding/question.h"

namespace mentoring {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::sys_days;

constexpr unsigned cases_played = 60;
constexpr int steps_a_case = 100;
constexpr int steps_after_the_end = 10;
const std::vector<std::string> names{"Nora", "Ruth", "Dana", "Lena",  "Elena", "Iris",
                                     "Maya", "Ada",  "Bea",  "Chloe", "Gwen"};

const std::vector<std::string> gone{"Nora", "Bea", "Ruth"};  // who may go

// The same everywhere: the standard fixes the engine, and no distribution is used.
class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }
    bool one_in(int limit) { return below(limit) == 0; }
    template <typename Items>
    const auto& one_of(const Items& items) {
        return items[static_cast<std::size_t>(below(static_cast<int>(items.size())))];
    }

private:
    std::mt19937 engine_;
};

Date today(const Town& town) {
    return local_date(town.surroundings().calendar, town.now);
}

Arguments some_arguments(Chance& chance, const Town& town, const Choice& choice) {
    Arguments said;
    if (choice.takes == Takes::mentors) {
        for (int i = 0, last = chance.below(2); i <= last; ++i)
            said.mentors.push_back(town.id(chance.one_of(names)));
        if (chance.one_in(2)) said.mentors = town.present.suggested;
        said.order = static_cast<InvitationOrder>(chance.below(3));
    }
    if (choice.takes == Takes::text || chance.one_in(4)) said.text = "words of hers";
    if (choice.takes == Takes::date || choice.takes == Takes::rhythm || choice.takes == Takes::meeting)
        if (!chance.one_in(3)) said.date = Date{sys_days{today(town)} + days{chance.below(200) - 60}};
    if (choice.takes == Takes::rhythm) said.rhythm = Rhythm{1 + chance.below(3), Rhythm::Unit::months};
    if (choice.takes == Takes::ratings)
        for (int i = 0; i < 4; ++i)
            said.ratings.push_back(chance.one_in(4) ? std::nullopt : std::optional(chance.below(7)));
    if (choice.takes == Takes::form)
        for (const auto* name :
             {"wishes", "line", "not_to_ask", "working_together", "issues_and_goals", "timeline", "closure"})
            if (!chance.one_in(5)) said.fields[name] = "about " + chance.one_of(names);
    return said;
}

Answer some_saying(Chance& chance, const Town& town, const Choice& choice) {
    Answer answer;
    answer.clarity = Clarity::clear;
    answer.intent = choice.intent;
    answer.arguments = some_arguments(chance, town, choice);
    return answer;
}

// What is hoped for in a state: a plain yes, names of mentors, a form that is filled in, a close.
bool hoped_for(const Choice& choice) {
    return choice.by_yes || choice.intent == "pause" || choice.takes == Takes::mentors ||
           choice.takes == Takes::form || choice.takes == Takes::ratings || choice.intent == "close";
}

// Somebody who is waited for answers what she was asked; mostly as it is hoped for.
std::optional<Event> some_reply(Chance& chance, const Town& town) {
    const auto around = town.surroundings();
    const Scene scene{town.program, town.present, around, town.now};
    const auto waiting = visits(town.program, town.present);
    if (waiting.empty()) return std::nullopt;
    const auto& visit = chance.one_of(waiting);
    const auto own = owners(scene, visit);
    if (own.empty()) return std::nullopt;
    Answered answered;
    answered.by = chance.one_of(own);
    auto moves = moves_at(scene, visit, answered.by);
    if (moves.empty()) return std::nullopt;
    std::vector<Move> hoped;
    for (const auto& move : moves)
        if (hoped_for(move.choice)) hoped.push_back(move);
    const auto& move = !hoped.empty() && !chance.one_in(4) ? chance.one_of(hoped) : chance.one_of(moves);
    answered.role = move.role;
    answered.step = visit.step;
    answered.proof = Proof::strong;
    answered.answer = some_saying(chance, town, move.choice);
    return answered;
}

// Anybody says anything that she might say at all, to any step.
Event some_answer(Chance& chance, const Town& town) {
    Answered answered;
    answered.by = town.id(chance.one_of(names));
    answered.step = chance.one_in(3) ? 0 : 1 + chance.below(town.present.steps + 1);
    answered.proof = chance.one_in(3) ? Proof::ordinary : Proof::strong;
    const auto asked =
        question_for(town.program, town.present, town.surroundings(), answered.by, answered.step, town.now);
    answered.answer.intent = "match";
    if (!asked || asked->question.choices.empty()) return answered;
    const auto& choice = chance.one_of(asked->question.choices);
    answered.role = asked->role;
    answered.answer = some_saying(chance, town, choice);
    if (chance.one_in(10)) answered.answer.clarity = Clarity::unclear;
    return answered;
}

Event some_happening(Chance& chance, const Town& town) {
    const auto person = town.id(chance.one_of(names));
    const auto& unproven = town.present.unproven;
    const int step = unproven ? unproven->step : 1;
    switch (chance.below(7)) {
        case 0:
            return MachineAnswered{person, Date{sys_days{today(town)} + days{chance.below(30)}}};
        case 1:
            return DangerSeen{person, static_cast<Danger>(chance.below(3)), chance.one_in(4)};
        case 2: {
            const auto& letter = chance.one_of(town.written).letter;
            return LetterBounced{letter.name, letter.recipient, letter.step, chance.one_in(2)};
        }
        case 3:
            return Confirmed{person, step, !chance.one_in(4)};
        case 4:
            return Confirmed{unproven ? unproven->by : person, step, true};
        case 5:
            return PersonGone{town.id(chance.one_of(gone))};
        default:
            return OfficeChanged{"chair", person};
    }
}

Event some_event(Chance& chance, const Town& town) {
    if (chance.one_in(10)) return some_happening(chance, town);
    if (chance.one_in(4)) return some_answer(chance, town);
    return some_reply(chance, town).value_or(some_answer(chance, town));
}

Opened request_of(const Town& town) {
    Opened opened;
    opened.number = "2026-001";
    opened.mentee = opened.by = town.id("Nora");
    opened.opening = town.program.openings.front().name;
    opened.words = "I lead a team and look for somebody to talk with.";
    return opened;
}

void note_states(std::map<std::string, int>& seen, const Case& of) {
    ++seen[of.state];
    for (const auto& pairing : of.pairings) ++seen[pairing.state];
}

// One case for some years, or until a while after its end.
void play(unsigned seed, std::map<std::string, int>& seen) {
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
        if (chance.one_in(4)) {
            for (const auto& [due, step] : town.pass_until(town.now + hours{chance.below(24 * 20)}))
                laws.hold(step.next, {step.next, {}});
        } else {
            laws.hold(before, town.happen(some_event(chance, town)));
        }
        note_states(seen, town.present);
    }
}

// After words of danger nothing goes on by itself before a human says so.
void let_it_go_on(Town& town) {
    Answered answered;
    answered.answer.clarity = Clarity::clear;
    answered.answer.intent = "go-on";
    for (const auto* name : {"Maya", "Iris"}) {
        answered.by = town.id(name);
        if (!town.present.danger_rest.empty()) town.happen(answered);
    }
}

}

TEST_CASE("the laws hold whatever people do, in every state of the programme") {
    std::map<std::string, int> seen;
    for (unsigned seed = 1; seed <= cases_played; ++seed) play(seed, seen);
    for (const auto& state : balance().states) {
        INFO(state.name);
        CHECK(seen[state.name] > 0);
    }
}

TEST_CASE("everybody silent, every case comes to an end") {
    for (unsigned seed = 1; seed <= 30; ++seed) {
        Chance chance(seed);
        Town town(balance());
        town.happen(request_of(town));
        for (int i = 0, last = chance.below(25); i < last; ++i) {
            town.happen(some_event(chance, town));
            town.pass_until(town.now + hours{chance.below(100)});
        }
        INFO("seed " << seed << " state " << town.present.state);
        let_it_go_on(town);
        town.pass_until(town.now + hours{24 * 365 * 3});
        CHECK(final(town.program, town.present));
    }
}

}
