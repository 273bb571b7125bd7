// SPDX-License-Identifier: MIT
#include "workflow/writing/readers.h"

#include <algorithm>
#include <set>

#include "workflow/deciding/calendar.h"
#include "workflow/deciding/moves.h"
#include "workflow/writing/phrases.h"

namespace mentoring {

namespace {

bool offered(const Letter& letter, const std::string& intent) {
    return std::any_of(letter.choices.begin(), letter.choices.end(),
                       [&](const Choice& each) { return each.intent == intent; });
}

// What an answer may bring, as its writer knows it, and who may read it. No label: all that is written.
struct Piece {
    std::string label;
    Audience readers;
};
using Pieces = std::vector<Piece>;

Pieces pieces_of(const Form& form) {
    Pieces pieces;
    for (const auto& field : form.fields)
        pieces.push_back({"“" + field.label + "”", field.readers.empty() ? form.readers : field.readers});
    const bool same = std::all_of(pieces.begin(), pieces.end(),
                                  [&](const Piece& each) { return each.readers == pieces.front().readers; });
    return same ? Pieces{{"", pieces.empty() ? form.readers : pieces.front().readers}} : pieces;
}

// Words after an answer that is typed belong to it; a reply in her own words has no other name.
Pieces pieces_of(const Scene& scene, const Move& move) {
    const auto* form = move.form;
    if (!form && move.on && move.on->takes == Takes::form) form = form_of(scene.program, move.on->answer);
    if (form) return pieces_of(*form);
    if (!move.on || move.on->keep.empty()) return {};
    const bool own_words = move.on->answer == "answer";
    return {
        {own_words ? std::string() : "what you add to " + answer_phrase(move.on->answer), move.on->readers}};
}

// An office's holder may hold another one too: the reader of evaluations who is also the chair. Whom an alarm
// calls reads nothing as such.
std::string other_offices(const Scene& scene, PersonId person, const std::string& but) {
    const auto today = local_date(scene.surroundings.calendar, scene.now);
    std::vector<std::string> titles;
    for (const auto& office : offices_of(scene.surroundings.offices, person, today)) {
        const auto* rule = office_named(scene.program, office);
        const auto& alarm = scene.program.alarm;
        const bool calls = std::find(alarm.begin(), alarm.end(), office) != alarm.end();
        if (rule && office != but && !calls) titles.push_back(rule->title);
    }
    return titles.empty() ? std::string() : ", also " + list_phrase(titles);
}

// Who has been named with her title; from then on her name is enough.
using Introduced = std::set<PersonId>;

std::string office_phrase(const Scene& scene, const std::string& office, Introduced& introduced) {
    const auto acting = acting_for(scene, office);
    const auto* person = person_on(scene.surroundings, acting.person);
    const auto* rule = office_named(scene.program, acting.office);
    if (!person || !rule) return {};
    if (!introduced.insert(acting.person).second) return person->name;
    return person->name + " (the " + rule->title + other_offices(scene, acting.person, acting.office) + ")";
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
    if (role == "invited") return "mentors who are asked";
    return letter.recipient == scene.of.mentee ? "your mentor once you have said yes"
                                               : "the mentor once the member has said yes";
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
    const bool sealed = confidential(letter.purpose) && !text(sealed_mailbox_text).empty();
    std::string sentence;
    if (!text(mailbox_readers_text).empty() && !sealed)
        sentence += " The mailbox can also be opened by " + text(mailbox_readers_text) + ".";
    if (!text(run_by_text).empty()) sentence += " The machine is run by " + text(run_by_text) + ".";
    return sentence;
}

std::string reader_phrase(const Scene& scene, const Letter& letter, const Audience& readers,
                          Introduced& introduced) {
    std::vector<std::string> phrases;
    for (const auto& role : readers) {
        if (is_hers(scene, letter, role)) continue;
        auto phrase = office_named(scene.program, role) ? office_phrase(scene, role, introduced)
                                                        : party_phrase(scene, letter, role);
        if (!phrase.empty() && std::find(phrases.begin(), phrases.end(), phrase) == phrases.end())
            phrases.push_back(std::move(phrase));
    }
    return list_phrase(phrases);
}

// Each piece that somebody reads, with who does; and whether there is an answer that nobody needs to read.
struct Told {
    std::vector<std::pair<std::string, std::string>> pieces;
    bool unread = false;
};

Told told_of(const Scene& scene, const Letter& letter) {
    Told told;
    Introduced introduced;
    std::vector<std::pair<std::string, Audience>> seen;
    auto moves = moves_for(scene, letter.recipient, letter.step);
    for (auto& move : moves_anywhere(scene, letter.recipient)) moves.push_back(std::move(move));
    for (const auto& move : moves) {
        if (!offered(letter, move.choice.intent)) continue;
        const auto pieces = pieces_of(scene, move);
        told.unread |= pieces.empty();
        for (const auto& each : pieces) {
            if (std::find(seen.begin(), seen.end(), std::pair{each.label, each.readers}) != seen.end())
                continue;
            seen.emplace_back(each.label, each.readers);
            auto readers = reader_phrase(scene, letter, each.readers, introduced);
            told.unread |= readers.empty();
            if (!readers.empty()) told.pieces.emplace_back(each.label, std::move(readers));
        }
    }
    return told;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

}

std::string readers_sentence(const Scene& scene, const Letter& letter) {
    const auto told = told_of(scene, letter);
    if (told.pieces.empty())
        return "Your answer goes to the program; no other person needs to read it." +
               machine_sentence(scene, letter);
    std::string sentences;
    for (const auto& [label, readers] : told.pieces)
        sentences += (sentences.empty() ? "" : " ") + capitalised(label.empty() ? "what you write" : label) +
                     " is read by " + readers + ".";
    const bool all = std::any_of(told.pieces.begin(), told.pieces.end(),
                                 [](const auto& each) { return each.first.empty(); });
    if (!all && told.unread) sentences += " Any other answer goes to the program alone.";
    return sentences + machine_sentence(scene, letter);
}

}
