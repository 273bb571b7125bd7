// SPDX-License-Identifier: MIT
// What must hold after every step of every case, whatever people did.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/scenarios/town.h"
#include "workflow/deciding/audience.h"
#include "workflow/deciding/roles.h"

namespace mentoring {

class Laws {
public:
    explicit Laws(const Town& town) : town_(town) {}

    void hold(const Case& before, const Step& step) {
        around_ = town_.surroundings();
        case_never_waits_in_silence(step.next);
        waits_belong_to_visits(step.next);
        pairings_are_whole(step.next);
        CHECK(step.next.decisions >= before.decisions);
        if (!step.effects.empty()) CHECK(step.next.decisions == before.decisions + 1);
        one_letter_of_a_kind(step);
        one_letter_about_a_pairing(step);
        for (const auto& effect : step.effects)
            if (const auto* letter = std::get_if<Letter>(&effect)) letter_is_fit(before, step.next, *letter);
    }

private:
    void case_never_waits_in_silence(const Case& of) {
        if (final(town_.program, of)) return;
        for (const auto& visit : visits(town_.program, of)) {
            INFO("state " << visit.state->name);
            CHECK_FALSE(visit.state->owner.empty());
            const bool waits = std::any_of(of.waits.begin(), of.waits.end(), [&](const Wait& each) {
                const bool of_a_pairing = visit.state->running || visit.state->each;
                return each.step == visit.step || (visit.pairing == 0 && of_a_pairing && each.step != 0);
            });
            CHECK(waits);
        }
    }

    void waits_belong_to_visits(const Case& of) {
        for (const auto& wait : of.waits)
            CHECK((wait.step == 0 || visit_at(town_.program, of, wait.step).has_value()));
    }

    void pairings_are_whole(const Case& of) {
        const bool over = final(town_.program, of);
        for (const auto& pairing : of.pairings) {
            if (!running(pairing)) continue;
            CHECK_FALSE(over);
            CHECK(state_named(town_.program, Scope::of_pairing, pairing.state) != nullptr);
            if (!pairing.accepted) continue;
            const auto load = around_.loads.find(pairing.mentor);
            const int most = around_.people.at(pairing.mentor).mentor->capacity;
            CHECK((load == around_.loads.end() || load->second <= most));
        }
    }

    void one_letter_of_a_kind(const Step& step) {
        std::set<std::pair<PersonId, std::string>> keys;
        for (const auto& effect : step.effects)
            if (const auto* letter = std::get_if<Letter>(&effect))
                CHECK(keys.insert({letter->recipient, letter->name}).second);
    }

    // C21: what a step brings to one person is one letter; letters of danger stand apart.
    void one_letter_about_a_pairing(const Step& step) {
        std::set<std::pair<PersonId, int>> keys;
        for (const auto& effect : step.effects) {
            const auto* letter = std::get_if<Letter>(&effect);
            if (!letter || letter->pairing == 0 || letter->pace == Pace::alarm) continue;
            INFO("letter " << letter->name << " to " << town_.first_name(letter->recipient));
            CHECK(keys.insert({letter->recipient, letter->pairing}).second);
        }
    }

    void letter_is_fit(const Case& before, const Case& next, const Letter& letter) {
        INFO("letter " << letter.name << " to " << town_.first_name(letter.recipient));
        CHECK(active(around_, letter.recipient));
        const Scene now{town_.program, next, around_, town_.now};
        const Scene then{town_.program, before, around_, town_.now};
        CHECK((!breach(now, letter) || !breach(then, letter)));
        if (letter.unasked) CHECK_FALSE(next.danger_rest.contains(letter.recipient));
        if (letter.recipient == next.mentee) names_nobody_who_declined(next, letter);
        if (letter.role == "invited") names_no_member(next, letter);
    }

    static bool of_an_office(const std::string& field) {
        return field == "chair_name" || field == "president_name" || field == "manager_name" ||
               field == "reviewer_name" || field == "stands_in" || field == "readers";
    }

    // C3: she never learns who declined or kept silent.
    void names_nobody_who_declined(const Case& of, const Letter& letter) {
        const auto said_yes = [&](PersonId mentor) {
            return std::any_of(of.pairings.begin(), of.pairings.end(), [&](const Pairing& each) {
                return each.mentor == mentor && each.accepted.has_value();
            });
        };
        for (const auto& pairing : of.pairings)
            if (!said_yes(pairing.mentor) && !letter.said)
                names_not(letter, around_.people.at(pairing.mentor).name);
    }

    // C2: only the member's yes gives her name away.
    void names_no_member(const Case& of, const Letter& letter) {
        for (const auto& pairing : of.pairings)
            if (pairing.mentor == letter.recipient && pairing.known) return;
        names_not(letter, around_.people.at(of.mentee).name);
    }

    void names_not(const Letter& letter, const std::string& name) {
        for (const auto& [field, text] : letter.fields.texts) {
            if (of_an_office(field)) continue;
            INFO(field << ": " << text);
            CHECK(text.find(name) == std::string::npos);
        }
    }

    const Town& town_;
    Surroundings around_;
};

}
