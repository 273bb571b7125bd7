// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "workflow/model/instant.h"
#include "workflow/writing/mentor_roles.h"
#include "workflow/writing/program_rules.h"
#include "workflow/writing/program_walk.h"

namespace mentoring {

namespace {

std::string in_quotes(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

std::string listed(const Audience& readers) {
    std::string list;
    for (const std::string& each : readers) list += (list.empty() ? "" : ", ") + each;
    return list.empty() ? "nobody" : list;
}

void check_letter(Examination& found, const std::string& letter, const std::string& where, int line) {
    if (letter.empty() || found.letters.empty() || found.letters.count(letter) != 0) return;
    found.fault(line, where, "letter = " + in_quotes(letter) + ": no such letter",
                did_you_mean(letter, {found.letters.begin(), found.letters.end()}));
}

bool is_mentor(const Program& program, const std::string& role) {
    const auto roles = mentor_roles(program);
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// A pairing's mentor gets what is sent to any role of hers; what counts is the role that she has then.
void add_role(const Program& program, const MentorRoles& known, const OrderPlace& place,
              const std::string& role, std::set<std::string>& readers) {
    const bool hers =
        is_mentor(program, role) && place.state != nullptr && place.state->scope == Scope::of_pairing;
    if (!hers || known.made_by(place, role)) {
        readers.insert(role);
    } else {
        const auto& present = known.in(*place.state);
        readers.insert(present.begin(), present.end());
    }
}

// Roles in which somebody gets the letter. Who takes a state over reads as its owner.
std::set<std::string> recipients(const Program& program, const MentorRoles& known, const OrderPlace& place) {
    std::vector<std::string> roles{place.order->to};
    const std::string& to = place.order->to;
    if (to == "owner") roles = {place.state == nullptr ? std::string() : place.state->owner};
    if (to == "writer") roles = place.writers;
    if (to == "mentors") roles = mentor_roles(program);
    if (to == "other" || to == "both" || roles.front() == "unconfirmed") {
        roles = mentor_roles(program);
        roles.emplace_back("mentee");
    }
    std::set<std::string> readers;
    for (const std::string& each : roles)
        if (!each.empty()) add_role(program, known, place, each, readers);
    return readers;
}

bool may_read(const Kept& kept, const std::string& role) {
    return kept.readers.count(role) != 0 || (kept.writers.size() == 1 && kept.writers.front() == role);
}

void check_carried(Examination& found, const OrderPlace& place, const std::string& name,
                   const std::vector<Kept>& all, const std::set<std::string>& readers) {
    bool kept = false;
    std::set<std::string> refused;
    for (const Kept& each : all) {
        if (each.name != name) continue;
        kept = true;
        for (const std::string& role : readers)
            if (!may_read(each, role) && refused.insert(role).second)
                found.fault(
                    place.line, place.where,
                    "letter " + in_quotes(place.order->letter) + " brings " + in_quotes(name) + " to " + role,
                    "only " + listed(each.readers) + " may read it (" + each.where + ")");
    }
    if (kept) return;
    std::vector<std::string> names;
    for (const Kept& each : all) names.push_back(each.name);
    found.fault(place.line, place.where,
                "letter " + in_quotes(place.order->letter) + ": words = " + in_quotes(name) + ": never kept",
                did_you_mean(name, names));
}

// Two of a state's shapes that take the same word from the same person.
void check_pair(Examination& found, const Offer& left, const Offer& right) {
    std::string role;
    for (const std::string& each : left.by)
        if (std::find(right.by.begin(), right.by.end(), each) != right.by.end()) role = each;
    if (role.empty()) return;
    const auto takes_form = [](const Offer& offer) {
        return offer.on != nullptr && offer.on->takes == Takes::form;
    };
    const auto fault = [&](const std::string& what) {
        found.fault(right.line, right.where, what + " is claimed by " + left.where + " too, for " + role);
    };
    if (left.answer == right.answer && !takes_form(left) && !takes_form(right)) fault(in_quotes(left.answer));
    if (left.by_yes && right.by_yes) fault("a plain yes");
    if (left.by_no && right.by_no) fault("a plain no");
}

void check_offers(Examination& found, const std::vector<Offer>& offers) {
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const Offer& each = offers[i];
        if (each.answer.empty()) found.fault(each.line, each.where, "answer is missing");
        if (each.by_yes && each.by_no)
            found.fault(each.line, each.where, "claims a plain yes and a plain no");
        for (std::size_t j = i + 1; j < offers.size(); ++j) check_pair(found, each, offers[j]);
    }
}

void check_silent_answers(Examination& found, const State& state) {
    std::vector<std::string> answers;
    for (const Offer& each : offers_in(state)) answers.push_back(each.answer);
    for (const AfterWait& after : state.after)
        if (!after.answer.empty() && std::find(answers.begin(), answers.end(), after.answer) == answers.end())
            found.fault(after.line, place_of(state) + ".after",
                        "answer = " + in_quotes(after.answer) + ": no such answer here",
                        did_you_mean(after.answer, answers));
}

void check_form(Examination& found, const Form& form, const std::string& where) {
    if (form.fields.empty() && !form.rated) found.fault(form.line, where, "has no fields");
    if (form.rated && found.program.rated.empty())
        found.fault(form.line, where, "is rated, and there are no questions",
                    "say rated = [\"…\"] at the top");
    if (form.low > 0 && !form.rated) found.fault(form.line, where, "low needs rated = true");
    if (form.readers.empty()) found.fault(form.line, where, "readers is missing: who may read it?");
    std::set<std::string> names;
    for (const FormField& each : form.fields)
        if (!names.insert(each.name).second)
            found.fault(form.line, where, "two fields with the name " + in_quotes(each.name));
}

std::vector<Offer> all_offers(const Program& program) {
    std::vector<Offer> offers = offers_anywhere(program);
    for (const State& state : program.states)
        for (Offer& each : offers_in(state)) offers.push_back(std::move(each));
    return offers;
}

bool is_yearly(std::string_view when) {
    constexpr std::string_view yearly = "yearly ";
    return when.substr(0, yearly.size()) == yearly &&
           date_from_iso("2023-" + std::string(when.substr(yearly.size()))).has_value();
}

}

void check_letters(Examination& found) {
    for (const OrderPlace& each : orders_of(found.program))
        check_letter(found, each.order->letter, each.where, each.line);
    for (const State& each : found.program.states)
        if (each.form) check_letter(found, each.form->ask_again, place_of(each) + ".form", each.form->line);
}

void check_words(Examination& found) {
    const auto kept = kept_words(found.program);
    const MentorRoles known(found.program);
    for (const OrderPlace& place : orders_of(found.program)) {
        const auto readers = recipients(found.program, known, place);
        for (const std::string& name : place.order->words) check_carried(found, place, name, kept, readers);
    }
    for (const Kept& each : kept)
        if (each.readers.empty() && each.where.find(".form") == std::string::npos)
            found.fault(each.line, each.where, "keeps " + in_quotes(each.name) + " and says no readers");
    for (const Offer& each : all_offers(found.program)) {
        if (each.on == nullptr || each.on->needs.empty()) continue;
        const bool known_words = std::any_of(kept.begin(), kept.end(),
                                             [&](const Kept& words) { return words.name == each.on->needs; });
        if (!known_words)
            found.fault(each.line, each.where, "needs = " + in_quotes(each.on->needs) + ": never kept");
    }
}

void check_answers(Examination& found) {
    check_offers(found, offers_anywhere(found.program));
    for (const State& each : found.program.states) {
        check_offers(found, offers_in(each));
        check_silent_answers(found, each);
    }
}

void check_forms(Examination& found) {
    for (const State& each : found.program.states)
        if (each.form) check_form(found, *each.form, place_of(each) + ".form");
}

// Asking for help or the state of things changes nothing that would have to be told back.
void check_told(Examination& found) {
    std::vector<std::string> answers;
    std::set<std::string> warned;
    for (const Offer& each : all_offers(found.program)) {
        answers.push_back(each.answer);
        const bool tells =
            each.on != nullptr && (each.on->does == Doing::status || each.on->does == Doing::help);
        if (tells || found.program.told.count(each.answer) != 0 || !warned.insert(each.answer).second)
            continue;
        found.warning(each.line, each.where, "[told] has no line for " + in_quotes(each.answer),
                      "the next letter cannot say what was understood");
    }
    for (const auto& [answer, line] : found.program.told)
        if (std::find(answers.begin(), answers.end(), answer) == answers.end())
            found.fault(0, "told", in_quotes(answer) + ": no such answer", did_you_mean(answer, answers));
}

void check_occasions(Examination& found) {
    for (const Occasion& each : found.program.occasions) {
        const std::string where = "every." + each.name;
        const bool known = each.when == "monthly" || each.when == "quarterly" || is_yearly(each.when);
        if (!known)
            found.fault(each.line, where, "when = " + in_quotes(each.when) + ": no occasion",
                        "say \"monthly\", \"quarterly\" or \"yearly 09-01\"");
        if (each.letters.empty()) found.fault(each.line, where, "has no letter");
    }
}

}
