// SPDX-License-Identifier: MIT
#include "workflow/writing/readers.h"

#include <algorithm>

#include "workflow/deciding/calendar.h"
#include "workflow/deciding/moves.h"
#include "workflow/writing/phrases.h"

namespace mentoring {

namespace {

bool confidential(const Letter& letter) {
    return letter.purpose == Purpose::evaluation || letter.purpose == Purpose::concern ||
           letter.purpose == Purpose::digest;
}

bool offered(const Letter& letter, const std::string& intent) {
    return std::any_of(letter.choices.begin(), letter.choices.end(),
                       [&](const Choice& each) { return each.intent == intent; });
}

void add(Audience& readers, const Audience& more) {
    readers.insert(more.begin(), more.end());
}

void add_form(Audience& readers, const Form& form) {
    add(readers, form.readers);
    for (const auto& field : form.fields) add(readers, field.readers);
}

void add_move(Audience& readers, const Scene& scene, const Move& move) {
    if (move.form) add_form(readers, *move.form);
    if (!move.on) return;
    if (!move.on->keep.empty()) add(readers, move.on->readers);
    const auto* form = move.on->takes == Takes::form ? form_of(scene.program, move.on->answer) : nullptr;
    if (form) add_form(readers, *form);
}

// An office's holder may hold another one too: the reader of evaluations who is also the chair.
std::string other_offices(const Scene& scene, PersonId person, const std::string& but) {
    const auto today = local_date(scene.surroundings.calendar, scene.now);
    std::vector<std::string> titles;
    for (const auto& office : offices_of(scene.surroundings.offices, person, today)) {
        const auto* rule = office_named(scene.program, office);
        if (rule && office != but) titles.push_back(rule->title);
    }
    return titles.empty() ? std::string() : ", who is also " + list_phrase(titles);
}

std::string office_phrase(const Scene& scene, const std::string& office) {
    const auto acting = acting_for(scene, office);
    const auto* person = person_on(scene.surroundings, acting.person);
    const auto* rule = office_named(scene.program, acting.office);
    if (!person || !rule) return {};
    return person->name + ", the " + rule->title + other_offices(scene, acting.person, acting.office);
}

const Pairing* pairing_of(const Scene& scene, const Letter& letter) {
    const auto* pairing = pairing_numbered(scene.of, letter.pairing);
    return pairing && (letter.recipient == scene.of.mentee || pairing->mentor == letter.recipient) ? pairing
                                                                                                   : nullptr;
}

std::string party_phrase(const Scene& scene, const Letter& letter, const std::string& role) {
    const auto* pairing = pairing_of(scene, letter);
    if (role == "mentee") {
        const auto* mentee = person_on(scene.surroundings, scene.of.mentee);
        return pairing && pairing->known && mentee ? mentee->name : "the member";
    }
    const auto* mentor =
        pairing && pairing->accepted ? person_on(scene.surroundings, pairing->mentor) : nullptr;
    if (letter.recipient == scene.of.mentee && mentor) return mentor->name;
    return role == "invited" ? "mentors who are asked" : "a mentor, once the member has said yes to her";
}

bool is_hers(const Scene& scene, const Letter& letter, const std::string& role) {
    if (role == "mentee") return letter.recipient == scene.of.mentee;
    if (office_named(scene.program, role)) return acting_for(scene, role).person == letter.recipient;
    return role == letter.role;
}

std::string machine_sentence(const Scene& scene, const Letter& letter) {
    const auto text = [&](const char* key) {
        const auto found = scene.program.texts.find(key);
        return found == scene.program.texts.end() ? std::string() : found->second;
    };
    const bool sealed = confidential(letter) && !text(sealed_mailbox_text).empty();
    std::string sentence;
    if (!text(mailbox_readers_text).empty() && !sealed)
        sentence += " The mailbox can also be opened by " + text(mailbox_readers_text) + ".";
    if (!text(run_by_text).empty()) sentence += " The machine is run by " + text(run_by_text) + ".";
    return sentence;
}

}

Audience readers_of_answers(const Scene& scene, const Letter& letter) {
    Audience readers;
    auto moves = moves_for(scene, letter.recipient, letter.step);
    for (auto& move : moves_anywhere(scene, letter.recipient)) moves.push_back(std::move(move));
    for (const auto& move : moves)
        if (offered(letter, move.choice.intent)) add_move(readers, scene, move);
    return readers;
}

std::string readers_sentence(const Scene& scene, const Letter& letter) {
    std::vector<std::string> phrases;
    for (const auto& role : readers_of_answers(scene, letter)) {
        if (is_hers(scene, letter, role)) continue;
        auto phrase = office_named(scene.program, role) ? office_phrase(scene, role)
                                                        : party_phrase(scene, letter, role);
        if (!phrase.empty() && std::find(phrases.begin(), phrases.end(), phrase) == phrases.end())
            phrases.push_back(std::move(phrase));
    }
    const auto who = phrases.empty()
                         ? std::string("Your answer goes to the program; no other person needs to read it.")
                         : "What you write is read by " + list_phrase(phrases) + ".";
    return who + machine_sentence(scene, letter);
}

}
