// SPDX-License-Identifier: MIT
#include "workflow/deciding/orders.h"

#include <algorithm>

#include "workflow/deciding/audience.h"
#include "workflow/deciding/calendar.h"
#include "workflow/deciding/question.h"
#include "workflow/deciding/waits.h"

namespace mentoring {

namespace {

using Recipients = std::vector<PersonId>;

PersonId other_side(const Decision& decision, const Visit& visit) {
    const auto* pairing = pairing_numbered(decision.next, visit.pairing);
    if (!pairing) return {};
    return decision.writer == pairing->mentor ? decision.next.mentee : pairing->mentor;
}

Recipients mentors_before(const Decision& decision) {
    Recipients mentors;
    for (const auto& each : decision.present.pairings)
        if (accepted(each)) mentors.push_back(each.mentor);
    return mentors;
}

Recipients recipients(const Decision& decision, const Visit& visit, const std::string& to) {
    const auto* pairing = pairing_numbered(decision.next, visit.pairing);
    if (to == "writer") return {decision.writer};
    if (to == "other") return {other_side(decision, visit)};
    if (to == "mentors") return mentors_before(decision);
    if (to == "both" && pairing) return {decision.next.mentee, pairing->mentor};
    return persons_in(decision.scene(), visit, to.empty() ? "owner" : to);
}

const Words* words_named(const Decision& decision, const Visit& visit, const std::string& name) {
    if (const auto found = decision.passing.find(name); found != decision.passing.end())
        return &found->second;
    if (const auto* pairing = pairing_numbered(decision.next, visit.pairing))
        if (const auto found = pairing->words.find(name); found != pairing->words.end())
            return &found->second;
    const auto found = decision.next.words.find(name);
    return found == decision.next.words.end() ? nullptr : &found->second;
}

std::string role_in(const Decision& decision, const Visit& visit, const std::string& to, PersonId person) {
    if (person == decision.next.mentee) return "mentee";
    if (office_named(decision.program, to)) return to;
    const bool of_owner = to == "owner" || to.empty();
    if (of_owner && visit.state && office_named(decision.program, visit.state->owner))
        return visit.state->owner;
    if (const auto* pairing = pairing_numbered(decision.next, visit.pairing))
        if (pairing->mentor == person) return pairing->role;
    const auto roles = roles_of(decision.scene_before(), person);
    return roles.empty() ? std::string() : roles.front();
}

Letter letter_for(const Decision& decision, const Visit& visit, const LetterOrder& order, PersonId person) {
    Letter letter;
    letter.name = order.letter;
    letter.recipient = person;
    letter.role = role_in(decision, visit, order.to, person);
    letter.purpose = decision.purpose;
    letter.step = visit.step;
    letter.pairing = visit.pairing;
    letter.about = decision.writer;
    if (order.rest)
        letter.rest = after(decision.surroundings.calendar, decision.now, *order.rest) - decision.now;
    const bool told =
        person == decision.writer && (order.to == "writer" || letter.role == decision.writer_role);
    if (told) {
        letter.said = decision.said;
        letter.pace = Pace::at_once;
    }
    for (const auto& name : order.words)
        if (const auto* words = words_named(decision, visit, name)) letter.fields.words[name] = *words;
    return letter;
}

bool may_be_written_to(const Decision& decision, PersonId person, Cause cause) {
    if (!active(decision.surroundings, person)) return false;
    return cause == Cause::event || !decision.next.danger_rest.contains(person);
}

// A breach is our own mistake: nothing of it leaves, and a human hears of it.
Letter alarm_instead(const Decision& decision, const Letter& refused) {
    Letter alarm;
    alarm.name = refused_letter;
    alarm.recipient = acting_for(decision.scene(), "manager").person;
    alarm.role = "manager";
    alarm.pace = Pace::at_once;
    alarm.step = refused.step;
    alarm.fields.texts["reason"] =
        "the letter \"" + refused.name + "\" held words that its recipient may not read";
    return alarm;
}

// A letter that wants no answer of the program.
bool offers_nothing(const Letter& letter) {
    return letter.purpose == Purpose::challenge || letter.name == "danger-help" ||
           letter.name == "not-your-case";
}

void pass_gate(Decision& decision, Letter& letter) {
    auto refused = breach(decision.scene(), letter);
    if (refused && breach(decision.scene_before(), letter)) letter = alarm_instead(decision, letter);
}

}

Purpose purpose_of(const State& state) {
    return state.form && state.form->rated ? Purpose::evaluation : Purpose::answer;
}

Letter& write_to(Decision& decision, const Visit& visit, const std::string& name, PersonId recipient) {
    auto letter = letter_for(decision, visit, LetterOrder{name, "writer", {}, {}}, recipient);
    letter.role = decision.writer_role;
    decision.effects.emplace_back(std::move(letter));
    return std::get<Letter>(decision.effects.back());
}

bool written_to(const Decision& decision, PersonId recipient, int pairing) {
    return std::any_of(decision.effects.begin(), decision.effects.end(), [&](const Effect& effect) {
        const auto* letter = std::get_if<Letter>(&effect);
        return letter && letter->recipient == recipient && letter->pairing == pairing;
    });
}

void order(Decision& decision, const Visit& visit, const std::vector<LetterOrder>& orders, Cause cause,
           Precedence precedence) {
    std::vector<Letter> ordered;
    for (const auto& each : orders)
        for (const auto person : recipients(decision, visit, each.to)) {
            if (!may_be_written_to(decision, person, cause)) continue;
            if (precedence == Precedence::gives_way && written_to(decision, person, visit.pairing)) continue;
            auto letter = letter_for(decision, visit, each, person);
            letter.unasked = cause == Cause::reminder;
            ordered.push_back(std::move(letter));
        }
    for (auto& each : ordered) decision.effects.emplace_back(std::move(each));
}

void order_for_successor(Decision& decision, const Visit& visit) {
    auto letters = visit.state->enter;
    for (auto& each : letters) each.rest.reset();
    order(decision, visit, letters, Cause::event, Precedence::gives_way);
}

void make_room_for_entry(Decision& decision, const Visit& visit) {
    const bool asks_her =
        std::any_of(visit.state->enter.begin(), visit.state->enter.end(), [&](const LetterOrder& each) {
            const auto to = recipients(decision, visit, each.to);
            return std::find(to.begin(), to.end(), decision.writer) != to.end();
        });
    if (!asks_her) return;
    std::erase_if(decision.effects, [&](const Effect& effect) {
        const auto* letter = std::get_if<Letter>(&effect);
        return letter && letter->said && letter->recipient == decision.writer &&
               letter->pairing == visit.pairing;
    });
}

void tell_back_what_rests(Decision& decision) {
    bool rests = false, told = false;
    for (const auto& effect : decision.effects)
        if (const auto* letter = std::get_if<Letter>(&effect)) {
            rests = rests || letter->rest.count() > 0;
            told = told || letter->recipient == decision.writer;
        }
    if (!rests || told || !decision.said) return;
    const auto visit = visit_of(decision.program, decision.next, 0);
    write_to(decision, visit ? *visit : Visit{}, "understood", decision.writer);
}

namespace {

// One letter of a name to a person in a decision; another one, about another pairing, follows by itself.
void put_off_second_letters(Decision& decision) {
    std::vector<std::pair<PersonId, std::string>> seen;
    std::erase_if(decision.effects, [&](const Effect& effect) {
        const auto* letter = std::get_if<Letter>(&effect);
        if (!letter) return false;
        const std::pair key{letter->recipient, letter->name};
        const bool again = std::find(seen.begin(), seen.end(), key) != seen.end();
        if (!again) seen.push_back(key);
        if (again) decision.next.waits.push_back({letter->step, std::string(entry_wait), decision.now, 0});
        return again;
    });
}

// To nobody, or to somebody who is gone.
void drop_undeliverable(Decision& decision) {
    std::erase_if(decision.effects, [&](const Effect& effect) {
        const auto* letter = std::get_if<Letter>(&effect);
        return letter && letter->address.empty() && !active(decision.surroundings, letter->recipient);
    });
}

}

void complete_letters(Decision& decision) {
    put_off_second_letters(decision);
    const auto scene = decision.scene();
    for (auto& effect : decision.effects)
        if (auto* letter = std::get_if<Letter>(&effect)) {
            if (letter->choices.empty() && !offers_nothing(*letter))
                letter->choices =
                    choices_for(scene.program, scene.of, scene.surroundings, *letter, scene.now);
            pass_gate(decision, *letter);
        }
    drop_undeliverable(decision);
}

}
