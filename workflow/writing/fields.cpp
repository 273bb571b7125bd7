// SPDX-License-Identifier: MIT
#include "workflow/writing/fields.h"

#include <algorithm>

#include "workflow/deciding/calendar.h"
#include "workflow/deciding/forms.h"
#include "workflow/deciding/matching.h"
#include "workflow/deciding/moves.h"
#include "workflow/deciding/waits.h"
#include "workflow/writing/phrases.h"
#include "workflow/writing/readers.h"
#include "workflow/writing/told.h"
#include "workflow/writing/when.h"

namespace mentoring {

namespace {

using Row = std::map<std::string, std::string>;

struct Filling {
    Scene scene;
    Letter& letter;
    std::optional<Visit> visit;
    const Pairing* pairing = nullptr;
};

void set(Filling& filling, const std::string& name, std::string value) {
    if (!value.empty()) filling.letter.fields.texts.emplace(name, std::move(value));
}

void set_flag(Filling& filling, const std::string& name) {
    filling.letter.fields.flags.emplace(name, "yes");
}

const Person* person(const Filling& filling, PersonId id) {
    return person_on(filling.scene.surroundings, id);
}

std::string name_of(const Filling& filling, PersonId id) {
    const auto* found = person(filling, id);
    return found ? found->name : std::string();
}

std::string office_holder(const Filling& filling, const char* office) {
    const auto today = local_date(filling.scene.surroundings.calendar, filling.scene.now);
    return name_of(filling, holder_of(filling.scene.surroundings.offices, office, today));
}

// A human's name is in every letter: the manager's, in a vacancy whom the settings name, at the least the
// office.
std::string human_name(const Filling& filling) {
    const auto manager = office_holder(filling, "manager");
    if (!manager.empty()) return manager;
    const auto& texts = filling.scene.program.texts;
    for (const auto* key : {"manager_name", "run_by"})
        if (const auto found = texts.find(key); found != texts.end() && !found->second.empty())
            return found->second;
    return filling.scene.program.title;
}

std::string address_of(const Filling& filling, PersonId id) {
    const auto* found = person(filling, id);
    return found && !found->addresses.empty() ? found->addresses.front() : std::string();
}

bool is_mentee(const Filling& filling) {
    return filling.letter.recipient == filling.scene.of.mentee;
}

bool is_mentor(const Filling& filling) {
    return filling.pairing && filling.pairing->mentor == filling.letter.recipient;
}

bool offers(const Filling& filling, Takes takes) {
    const auto& choices = filling.letter.choices;
    return std::any_of(choices.begin(), choices.end(),
                       [&](const Choice& each) { return each.takes == takes; });
}

// The member's name: to a mentor she said yes to, to whoever may read her request, and to the manager, who
// calls people.
bool may_know_mentee(const Filling& filling) {
    if (is_mentor(filling)) return filling.pairing->known;
    const auto request = filling.scene.of.words.find("request");
    const bool reads =
        request != filling.scene.of.words.end() && request->second.readers.contains(filling.letter.role);
    return reads || filling.letter.role == "manager";
}

void set_program(Filling& filling) {
    const auto& program = filling.scene.program;
    const auto* recipient = person(filling, filling.letter.recipient);
    set(filling, "greeting",
        !recipient                    ? "colleague"
        : recipient->greeting.empty() ? recipient->name
                                      : recipient->greeting);
    set(filling, "program", program.title);
    set(filling, "code", program.code);
    set(filling, "number", filling.scene.of.number);
    set(filling, "manager_name", human_name(filling));
    set(filling, "chair_name", office_holder(filling, "chair"));
    // Whom a letter sends its reader to must not be whom it is about.
    if (!filling.scene.of.excused.contains("president"))
        set(filling, "president_name", office_holder(filling, "president"));
    for (const auto* key : {"manager_phone", "helplines", "time_asked", "kept_mail", "kept_folder",
                            "kept_words", "kept_evaluations", "kept_dates", "kept_backups"})
        if (const auto found = program.texts.find(key); found != program.texts.end())
            set(filling, key, found->second);
    set(filling, "rest", count_phrase(program.rest.amount, "minute"));
    if (recipient && !recipient->noticed) set_flag(filling, "notice");
}

// Who decides; the deputy hears in whose place she is asked.
void set_reviewer(Filling& filling) {
    set(filling, "reviewer_name", name_of(filling, acting_for(filling.scene, "chair").person));
    const auto* rule = office_named(filling.scene.program, filling.letter.role);
    const auto today = local_date(filling.scene.surroundings.calendar, filling.scene.now);
    if (!rule || rule->deputy.empty() || acting_for(filling.scene, rule->name).office == rule->name) return;
    const auto holder = name_of(filling, holder_of(filling.scene.surroundings.offices, rule->name, today));
    if (!holder.empty()) set(filling, "stands_in", holder + ", the " + rule->title);
}

void set_mentee(Filling& filling) {
    if (is_mentee(filling) || !may_know_mentee(filling)) return;
    set(filling, "mentee_name", name_of(filling, filling.scene.of.mentee));
    if (is_mentor(filling)) set(filling, "mentee_address", address_of(filling, filling.scene.of.mentee));
}

void set_mentor(Filling& filling) {
    const auto* pairing = filling.pairing;
    if (!pairing || is_mentor(filling)) return;
    const bool office = office_named(filling.scene.program, filling.letter.role) != nullptr;
    if (!office && !pairing->accepted) return;
    set(filling, "mentor_name", name_of(filling, pairing->mentor));
    const auto* mentor = person(filling, pairing->mentor);
    if (!mentor) return;
    set(filling, "mentor_specialty", mentor->specialty);
    set(filling, "mentor_region", mentor->region);
    if (pairing->known) set(filling, "mentor_address", address_of(filling, pairing->mentor));
}

void set_other(Filling& filling) {
    const auto& texts = filling.letter.fields.texts;
    if (is_mentee(filling) && texts.contains("mentor_name"))
        set(filling, "other_name", texts.at("mentor_name"));
    else if (is_mentor(filling) && texts.contains("mentee_name"))
        set(filling, "other_name", texts.at("mentee_name"));
    else if (filling.letter.about != PersonId{} && filling.letter.about != filling.letter.recipient &&
             office_named(filling.scene.program, filling.letter.role) &&
             filling.letter.purpose == Purpose::answer)
        set(filling, "other_name", name_of(filling, filling.letter.about));
}

// The day that a pause ends on, where the state waits for it.
void set_given(Filling& filling) {
    if (!filling.pairing || !filling.pairing->given || !filling.visit) return;
    const auto& rows = filling.visit->state->after;
    const bool waits = std::any_of(rows.begin(), rows.end(),
                                   [](const AfterWait& row) { return row.from == WaitFrom::given_date; });
    if (waits) set(filling, "date", day_phrase(*filling.pairing->given));
}

void set_agreement(Filling& filling) {
    if (const auto* pairing = filling.pairing) {
        if (pairing->rhythm) set(filling, "rhythm", rhythm_phrase(*pairing->rhythm));
        if (pairing->until) set(filling, "until", day_phrase(*pairing->until));
    }
    if (filling.letter.said) {
        const auto& said = filling.letter.said->arguments;
        if (said.date) set(filling, "date", day_phrase(*said.date));
        if (said.mode) set(filling, "mode", mode_phrase(*said.mode));
    }
    set_given(filling);
}

void set_told(Filling& filling) {
    const auto& letter = filling.letter;
    if (letter.name == "past-step") return set(filling, "told", decided_phrase(filling.scene, letter));
    if (!letter.said || letter.name == "not-your-case") return;
    const bool clear = letter.said->clarity == Clarity::clear;
    set(filling, "told",
        clear ? told_phrase(filling.scene, *letter.said) : understood_phrase(filling.scene, *letter.said));
}

void set_time(Filling& filling) {
    const auto& calendar = filling.scene.surroundings.calendar;
    if (const auto by = answer_by(filling.scene, filling.letter))
        set(filling, "by", day_phrase(local_date(calendar, *by)));
    if (!filling.visit) return;
    const auto* two = pairing_numbered(filling.scene.of, filling.visit->pairing);
    const auto since = two ? two->since : filling.scene.of.since;
    if (const auto days = working_days_between(calendar, since, filling.scene.now); days > 0)
        set(filling, "age", count_phrase(days, "working day"));
    const bool may = !two || !is_mentee(filling) || two->accepted;
    set(filling, "says", may ? filling.visit->state->says : std::string());
}

void set_suggestions(Filling& filling) {
    if (!offers(filling, Takes::mentors)) return;
    auto& rows = filling.letter.fields.rows["suggestions"];
    for (const auto mentor : filling.scene.of.suggested) {
        const auto suggestion = suggestion_of(filling.scene, mentor);
        const auto* found = person(filling, mentor);
        if (!found) continue;
        rows.push_back(
            {{"number", std::to_string(rows.size() + 1)},
             {"name", found->name},
             {"reason", suggestion.reason},
             {"load", std::to_string(suggestion.load) + " of " + count_phrase(suggestion.capacity, "mentee")},
             {"specialty", found->specialty},
             {"region", found->region}});
    }
}

void set_mentors(Filling& filling) {
    if (!filling.letter.said) return;
    for (const auto id : filling.letter.said->arguments.mentors)
        filling.letter.fields.rows["mentors"].push_back({{"name", name_of(filling, id)}});
}

Row row_of(const FormField& field, std::size_t index) {
    return {{"number", std::to_string(index + 1)}, {"label", field.label}, {"question", field.question}};
}

void set_form(Filling& filling) {
    if (!offers(filling, Takes::form)) return;
    const Form* form =
        filling.visit ? (filling.visit->state->form ? &*filling.visit->state->form : nullptr) : nullptr;
    for (const auto& each : filling.letter.choices)
        if (!form && each.takes == Takes::form) form = form_of(filling.scene.program, each.intent);
    if (!form) return;
    auto& fields = filling.letter.fields;
    const auto& kept = filling.pairing ? filling.pairing->words : filling.scene.of.words;
    for (std::size_t i = 0; i < form->fields.size(); ++i)
        fields.rows["questions"].push_back(row_of(form->fields[i], i));
    const auto missing = missing_fields(*form, kept);
    if (missing.size() == form->fields.size()) return;
    for (std::size_t i = 0; i < missing.size(); ++i) fields.rows["missing"].push_back(row_of(missing[i], i));
}

void set_ratings(Filling& filling) {
    const auto& scene = filling.scene;
    const auto& form = filling.visit ? filling.visit->state->form : std::optional<Form>();
    if (form && form->rated && form->readers.contains(filling.letter.role))
        set(filling, "ratings", ratings_phrase(scene.of.ratings));
    if (!offers(filling, Takes::ratings)) return;
    auto& rows = filling.letter.fields.rows;
    for (std::size_t i = 0; i < scene.program.rated.size(); ++i)
        rows["rated"].push_back({{"number", std::to_string(i + 1)}, {"question", scene.program.rated[i]}});
    for (const int number : missing_ratings(scene.program, scene.of))
        rows["missing"].push_back({{"number", std::to_string(number)},
                                   {"label", std::to_string(number)},
                                   {"question", scene.program.rated[static_cast<std::size_t>(number) - 1]}});
}

void set_flags(Filling& filling) {
    if (filling.scene.of.attachments) set_flag(filling, "attachments");
    if (filling.scene.of.anyone_is_fine) set_flag(filling, "anyone_is_fine");
    if (confidential(filling.letter.purpose) && filling.scene.program.texts.contains(sealed_mailbox_text))
        set_flag(filling, "sealed");
}

std::optional<Visit> visit_of_letter(const Scene& scene, const Letter& letter) {
    if (const auto found = find_visit(scene.program, scene.of, letter.step)) return found->visit;
    return visit_of(scene.program, scene.of, 0);
}

}

void fill_fields(Letter& letter, const Program& program, const Case& of, const Surroundings& surroundings,
                 Instant now) {
    const Scene scene{program, of, surroundings, now};
    Filling filling{scene, letter, visit_of_letter(scene, letter), pairing_numbered(of, letter.pairing)};
    set_program(filling);
    set_flags(filling);
    if (of.state.empty()) return set_other(filling);
    set_mentee(filling);
    set_mentor(filling);
    set_other(filling);
    set_reviewer(filling);
    set_agreement(filling);
    set_told(filling);
    set_time(filling);
    set_suggestions(filling);
    set_mentors(filling);
    set_form(filling);
    set_ratings(filling);
    set(filling, "readers", readers_sentence(scene, letter));
}

}
