// SPDX-License-Identifier: MIT
#include "workflow/deciding/doings.h"

#include <algorithm>
#include <cctype>

#include "workflow/deciding/calendar.h"
#include "workflow/deciding/passage.h"
#include "workflow/deciding/waits.h"

namespace mentoring {

namespace {

using Doubt = std::optional<std::string>;
using std::chrono::sys_days;

constexpr Span pause_without_date{3, Span::Unit::months};
constexpr std::size_t surname_octets_min = 3;
constexpr std::size_t concerns_max = 50;
constexpr std::size_t meetings_max = 500;

Arguments& arguments(Decision& decision) {
    return decision.said->arguments;
}

Date today(const Decision& decision) {
    return local_date(decision.surroundings.calendar, decision.now);
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

std::string surname(const Person& person) {
    const auto blank = person.name.find_last_of(' ');
    return lowered(blank == std::string::npos ? person.name : person.name.substr(blank + 1));
}

// Errs to yes: whoever is named is not asked.
std::vector<PersonId> named_in(const Decision& decision, std::string_view text) {
    std::vector<PersonId> named;
    const auto words = lowered(text);
    for (const auto& [id, person] : decision.surroundings.people) {
        const auto name = surname(person);
        if (name.size() >= surname_octets_min && words.find(name) != std::string::npos) named.push_back(id);
    }
    return named;
}

Doubt note_meeting(Decision& decision, const Move& move) {
    auto* pairing = pairing_numbered(decision.next, move.visit.pairing);
    auto& said = arguments(decision);
    if (!said.date) return "the day you met";
    if (sys_days{*said.date} > sys_days{today(decision)}) return "that day is still to come";
    const bool known = std::any_of(pairing->meetings.begin(), pairing->meetings.end(),
                                   [&](const Meeting& each) { return each.date == *said.date; });
    if (pairing->meetings.size() >= meetings_max) pairing->meetings.erase(pairing->meetings.begin());
    if (!known) pairing->meetings.push_back({*said.date, said.mode});
    return std::nullopt;
}

Doubt agree(Decision& decision, const Move& move) {
    auto* pairing = pairing_numbered(decision.next, move.visit.pairing);
    const auto& said = arguments(decision);
    if (said.date && sys_days{*said.date} <= sys_days{today(decision)}) return "the end date is past";
    if (said.rhythm) pairing->rhythm = said.rhythm;
    if (said.date) pairing->until = said.date;
    pairing->agreed = today(decision);
    if (move.on->target.empty()) renew_agreed_waits(decision, move.visit);
    return std::nullopt;
}

Doubt pause_mentor(Decision& decision) {
    auto& said = arguments(decision);
    if (said.date && sys_days{*said.date} <= sys_days{today(decision)}) return "the day is past";
    const auto& calendar = decision.surroundings.calendar;
    if (!said.date) said.date = local_date(calendar, after(calendar, decision.now, pause_without_date));
    decision.effects.emplace_back(PausePerson{decision.writer, said.date});
    return std::nullopt;
}

Doubt waive(Decision& decision) {
    decision.next.anyone_is_fine = true;
    std::vector<std::pair<int, std::string>> passed_over;
    for (const auto& visit : visits(decision.program, decision.next))
        if (visit.pairing != 0 && visit.state->waiver)
            passed_over.emplace_back(visit.pairing, visit.state->waiver->target);
    for (const auto& [number, target] : passed_over) {
        pairing_numbered(decision.next, number)->known = true;
        enter_pairing(decision, number, target);
    }
    return std::nullopt;
}

void keep_field(Decision& decision, const Form& form, const std::string& name, const std::string& text) {
    const auto field = std::find_if(form.fields.begin(), form.fields.end(),
                                    [&](const FormField& each) { return each.name == name; });
    if (field == form.fields.end() || text.empty()) return;
    const auto& readers = field->readers.empty() ? form.readers : field->readers;
    decision.next.words[name] = bounded({text, decision.writer, readers});
}

// She asked that this mentor be spared: an invitation that is out is taken back.
void spare(Decision& decision, PersonId person) {
    auto& spared = decision.next.not_to_ask;
    if (person == decision.next.mentee || std::find(spared.begin(), spared.end(), person) != spared.end())
        return;
    spared.push_back(person);
    for (const auto& pairing : decision.next.pairings)
        if (pairing.mentor == person && pairing.outcome.empty() && !pairing.accepted)
            return take_back_invitation(decision, pairing.number);
}

Doubt wishes(Decision& decision) {
    auto& said = arguments(decision);
    const auto* form = form_of(decision.program, decision.said->intent);
    if (!form) return "what you would like";
    if (said.fields.empty() && !said.text.empty()) said.fields[form->fields.front().name] = said.text;
    if (said.fields.empty() && said.mentors.empty()) return "what you would like";
    for (const auto& [name, text] : said.fields) keep_field(decision, *form, name, text);
    for (const auto person : said.mentors) spare(decision, person);
    for (const auto& field : form->fields)
        if (field.readers == Audience{"chair"})
            for (const auto person : named_in(decision, said.fields[field.name])) spare(decision, person);
    std::erase_if(said.fields, [](const auto& each) { return each.second.empty(); });
    return std::nullopt;
}

bool about(const Decision& decision, const std::string& office) {
    const auto& said = decision.said->arguments;
    const auto holder = holder_of(decision.surroundings.offices, office, today(decision));
    const auto* person = person_on(decision.surroundings, holder);
    const bool named = said.person == holder ||
                       std::find(said.mentors.begin(), said.mentors.end(), holder) != said.mentors.end();
    const auto words = lowered(said.text);
    return holder != PersonId{} && (named || words.find(lowered(office)) != std::string::npos ||
                                    (person && words.find(surname(*person)) != std::string::npos));
}

Doubt raise_concern(Decision& decision, const Move& move) {
    const auto& said = arguments(decision);
    if (said.text.empty()) return "what the concern is";
    auto& next = decision.next;
    if (next.concerns.size() >= concerns_max)
        return "many concerns are open already; answer HUMAN to be called";
    const auto& reader = *move.on->readers.begin();
    if (about(decision, reader)) next.excused.insert(reader);
    Concern concern;
    concern.number = static_cast<int>(next.concerns.size()) + 1;
    concern.at = decision.now;
    next.concerns.push_back(concern);
    const auto due = after(decision.surroundings.calendar, decision.now, decision.program.concern.wait);
    next.waits.push_back({0, std::string(concern_wait) + std::to_string(concern.number), due, 0});
    decision.passing["concern"] = bounded({said.text, decision.writer, move.on->readers});
    decision.purpose = Purpose::concern;
    const auto acting = acting_for(decision.scene(), reader).office;
    decision.effects.emplace_back(
        KeepConcern{concern.number, decision.writer, said.text, acting.empty() ? reader : acting});
    return std::nullopt;
}

Doubt address(Decision& decision) {
    decision.purpose = Purpose::concern;
    auto* concern = open_concern(decision.next);
    decision.effects.emplace_back(AddressConcern{concern ? concern->number : 0, decision.said->intent});
    if (!concern) return std::nullopt;
    concern->addressed = true;
    const auto name = std::string(concern_wait) + std::to_string(concern->number);
    std::erase_if(decision.next.waits, [&](const Wait& each) { return each.step == 0 && each.name == name; });
    return std::nullopt;
}

// The concern stays open: the second reader gets it too.
Doubt second(Decision& decision) {
    decision.purpose = Purpose::concern;
    const auto* concern = open_concern(decision.next);
    if (!concern) return "there is no open concern";
    decision.effects.emplace_back(AddressConcern{concern->number, decision.said->intent});
    return std::nullopt;
}

Doubt hold_mentor(Decision& decision) {
    const auto& said = arguments(decision);
    std::vector<PersonId> meant = said.mentors;
    if (meant.empty() && said.person != PersonId{}) meant.push_back(said.person);
    if (meant.empty())
        for (const auto& each : decision.next.pairings)
            if (each.accepted) meant.push_back(each.mentor);
    std::sort(meant.begin(), meant.end());
    meant.erase(std::unique(meant.begin(), meant.end()), meant.end());
    if (meant.size() != 1) return "which mentor you mean";
    decision.effects.emplace_back(HoldMentor{meant.front()});
    return address(decision);
}

Doubt forget(Decision& decision) {
    decision.next.words.clear();
    decision.next.before.clear();
    decision.next.resting.reset();
    decision.effects.emplace_back(StopLetters{});
    decision.effects.emplace_back(ForgetWords{});
    return std::nullopt;
}

Doubt change_mailings(Decision& decision, Mailings mailings) {
    decision.effects.emplace_back(ChangeMailings{decision.writer, mailings});
    return std::nullopt;
}

Doubt resume_mentor(Decision& decision) {
    decision.effects.emplace_back(PausePerson{decision.writer, std::nullopt});
    return std::nullopt;
}

// What waited for those who rested begins anew, reminders first.
Doubt go_on(Decision& decision) {
    for (const auto& visit : visits(decision.program, decision.next))
        for (const auto person : owners(decision.scene(), visit))
            if (decision.next.danger_rest.contains(person)) {
                drop_waits(decision.next, visit.step);
                set_waits(decision, visit);
            }
    decision.next.danger_rest.clear();
    std::erase_if(decision.next.waits, [](const Wait& each) { return each.name == danger_wait; });
    return std::nullopt;
}

}

Concern* open_concern(Case& of) {
    const auto found = std::find_if(of.concerns.begin(), of.concerns.end(),
                                    [](const Concern& each) { return !each.addressed; });
    return found == of.concerns.end() ? nullptr : &*found;
}

std::optional<std::string> act(Decision& decision, const Move& move) {
    switch (move.on->does) {
        case Doing::note_meeting:
            return note_meeting(decision, move);
        case Doing::agree:
            return agree(decision, move);
        case Doing::pause_mentor:
            return pause_mentor(decision);
        case Doing::resume_mentor:
            return resume_mentor(decision);
        case Doing::waive:
            return waive(decision);
        case Doing::wishes:
            return wishes(decision);
        case Doing::concern:
            return raise_concern(decision, move);
        case Doing::address:
            return address(decision);
        case Doing::second:
            return second(decision);
        case Doing::hold_mentor:
            return hold_mentor(decision);
        case Doing::forget:
            return forget(decision);
        case Doing::fewer_letters:
            return change_mailings(decision, Mailings::fewer);
        case Doing::stop_check_ins:
            return change_mailings(decision, Mailings::none_unasked);
        case Doing::go_on:
            return go_on(decision);
        case Doing::accept:  // taken by the invitation itself
        case Doing::undo:    // taken before anything else
        case Doing::nothing:
        case Doing::status:
        case Doing::help:
        case Doing::human:
            return std::nullopt;
    }
    return std::nullopt;
}

}
