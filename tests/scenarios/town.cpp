// SPDX-License-Identifier: MIT
#include "tests/scenarios/town.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <set>

#include "daemon/settings/program_file.h"
#include "workflow/deciding/advance.h"
#include "workflow/deciding/calendar.h"
#include "workflow/deciding/visits.h"
#include "workflow/writing/fields.h"

namespace mentoring {

namespace {

using namespace std::chrono;

constexpr int events_a_pass_max = 5000;
constexpr std::size_t telling_octets = 5;

MentorProfile offers(const std::string& can_help, int capacity) {
    MentorProfile profile;
    profile.can_help = can_help;
    profile.capacity = capacity;
    profile.languages = {"en"};
    return profile;
}

Person member(std::int64_t number, const std::string& name, const std::string& workplace) {
    Person person;
    person.id = {number};
    person.name = "Dr. " + name;
    person.greeting = person.name;
    auto address = name.substr(0, name.find(' '));
    std::transform(address.begin(), address.end(), address.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    person.addresses = {address + "@example.org"};
    person.workplace = workplace;
    return person;
}

std::set<std::string> telling_words(const std::string& text) {
    std::set<std::string> words;
    std::string word;
    for (const char c : text + " ")
        if (std::isalpha(static_cast<unsigned char>(c)))
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else {
            if (word.size() >= telling_octets) words.insert(word);
            word.clear();
        }
    return words;
}

std::vector<Match> matches_of(const std::map<PersonId, Person>& people, const Case& of) {
    std::vector<Match> matches;
    const auto request = of.words.find("request");
    if (request == of.words.end()) return matches;
    const auto asked = telling_words(request->second.text);
    for (const auto& [id, person] : people) {
        Match match{id, 0, {}};
        for (const auto& word : telling_words(person.mentor ? person.mentor->can_help : ""))
            if (asked.contains(word)) match.terms.push_back(word);
        match.score = static_cast<double>(match.terms.size());
        if (!match.terms.empty()) matches.push_back(match);
    }
    return matches;
}

sys_seconds nth_sunday(int of_year, month of_month, unsigned n, hours at_utc) {
    return sys_days{year{of_year} / of_month / Sunday[n]} + at_utc;
}

}

const Program& balance() {
    static const Program program = [] {
        Faults faults;
        auto loaded = load_program(std::string(TESTS_FOLDER) + "/../config/programs/balance.toml", faults);
        for (const auto& fault : faults) UNSCOPED_INFO(to_string(fault));
        REQUIRE(!any_fault(faults));
        // What a letter says of the settings comes from them.
        for (const auto* span :
             {"kept_mail", "kept_folder", "kept_words", "kept_evaluations", "kept_dates", "kept_backups"})
            loaded.texts[span] = "30 days";
        return loaded;
    }();
    return program;
}

Calendar central_calendar(const Program& program, int year_from, int year_until) {
    Calendar calendar;
    calendar.zone.changes.push_back({sys_days{year{year_from} / January / 1}, hours{-6}});
    for (int each = year_from; each <= year_until; ++each) {
        calendar.zone.changes.push_back({nth_sunday(each, March, 2, hours{8}), hours{-5}});
        calendar.zone.changes.push_back({nth_sunday(each, November, 1, hours{7}), hours{-6}});
        for (const auto& holiday : program.holidays) {
            const auto iso = holiday.size() == 5 ? std::to_string(each) + "-" + holiday : holiday;
            if (const auto date = date_from_iso(iso)) calendar.holidays.insert(sys_days{*date});
        }
    }
    return calendar;
}

Town::Town(const Program& of) : program(of), calendar_(central_calendar(of, 2026, 2036)) {
    const auto add = [&](Person person) { people_[person.id] = std::move(person); };
    const auto mentor = [&](std::int64_t number, const std::string& name, const std::string& help,
                            int places) {
        auto person = member(number, name, "");
        person.mentor = offers(help, places);
        person.specialty = "internal medicine";
        add(person);
    };
    add(member(1, "Nora Marsh", "Lakeside Clinic"));
    mentor(2, "Ruth Ames", "leading a department, committees", 1);
    add(member(3, "Dana Whitfield", ""));
    mentor(4, "Lena Ortiz", "leading an association", 2);
    add(member(5, "Elena Petrova", ""));
    add(member(6, "Iris Cole", ""));
    add(member(7, "Maya Stone", ""));
    mentor(11, "Ada Lindqvist", "leading a team, difficult conversations", 2);
    mentor(12, "Bea Romano", "burnout, leading through change", 1);
    mentor(13, "Chloe Nguyen", "research careers", 2);
    mentor(14, "Gwen Hart", "leading a team at Lakeside", 1);
    people_[PersonId{14}].workplace = "Lakeside Clinic";
    const auto from = sys_days{2026y / January / 1};
    for (const auto& [office, name] :
         std::vector<std::pair<std::string, std::string>>{{"chair", "Ruth"},
                                                          {"deputy", "Dana"},
                                                          {"president", "Lena"},
                                                          {"second-reader", "Elena"},
                                                          {"manager", "Iris"},
                                                          {"alarm", "Maya"},
                                                          {"second-alarm", "Iris"}})
        set_office(office, name, from);
    now = instant_of(calendar_.zone, local_days{2026y / November / 30} + hours{10});
    present.id = {1};
}

PersonId Town::id(const std::string& first_name) const {
    for (const auto& [person, each] : people_)
        if (this->first_name(person) == first_name) return person;
    FAIL("nobody is called " << first_name);
    return {};
}

std::string Town::first_name(PersonId person) const {
    const auto found = people_.find(person);
    if (found == people_.end()) return "nobody";
    const auto& name = found->second.name;
    return name.substr(4, name.find(' ', 4) - 4);
}

Person& Town::person(const std::string& first_name) {
    return people_.at(id(first_name));
}

void Town::set_office(const std::string& office, const std::string& first_name, Instant from) {
    const Date day{floor<days>(from)};
    for (auto& each : offices_)
        if (each.office == office && !each.until) each.until = Date{sys_days{day} - days{1}};
    offices_.push_back({office, id(first_name), day, std::nullopt});
}

Surroundings Town::surroundings() const {
    Surroundings around;
    around.people = people_;
    around.offices = offices_;
    around.loads = other_loads_;
    for (const auto& each : present.pairings)
        if (accepted(each)) ++around.loads[each.mentor];
    around.matches = matches_of(people_, present);
    around.calendar = calendar_;
    return around;
}

void Town::settle_letters() {
    for (auto& each : written)
        if (each.fate == Written::Fate::resting && each.at + each.letter.rest <= now)
            each.fate = Written::Fate::sent;
}

void Town::carry_out(const Step& step) {
    for (const auto& effect : step.effects) {
        if (const auto* stop = std::get_if<StopLetters>(&effect))
            for (auto& each : written)
                if (each.fate == Written::Fate::resting &&
                    (!stop->recipient || each.letter.recipient == *stop->recipient) &&
                    (stop->decision == 0 || each.decision == stop->decision) &&
                    (stop->step == 0 || each.letter.step == stop->step))
                    each.fate = Written::Fate::stopped;
        if (const auto* pause = std::get_if<PausePerson>(&effect))
            people_[pause->person].paused_until = pause->until;
        if (const auto* rest = std::get_if<RestReminders>(&effect))
            people_[rest->person].away_until = rest->until;
        if (const auto* mailings = std::get_if<ChangeMailings>(&effect))
            people_[mailings->person].mailings = mailings->mailings;
        if (const auto* hold = std::get_if<HoldMentor>(&effect)) people_[hold->person].held = true;
        if (const auto* kept = std::get_if<KeepEvaluation>(&effect)) evaluations.push_back(*kept);
        if (const auto* kept = std::get_if<KeepConcern>(&effect)) concerns.push_back(*kept);
    }
    for (const auto& effect : step.effects)
        if (const auto* letter = std::get_if<Letter>(&effect))
            written.push_back({now, *letter, step.next.decisions,
                               letter->rest.count() > 0 ? Written::Fate::resting : Written::Fate::sent});
}

Step Town::happen(const Event& event) {
    settle_letters();
    auto step = advance(program, present, surroundings(), event, now);
    if (const auto* gone = std::get_if<PersonGone>(&event)) people_[gone->person].standing = Standing::gone;
    present = step.next;
    const auto around = surroundings();
    for (auto& effect : step.effects)
        if (auto* letter = std::get_if<Letter>(&effect)) fill_fields(*letter, program, present, around, now);
    carry_out(step);
    return step;
}

std::vector<std::pair<WaitDue, Step>> Town::pass_until(Instant until) {
    std::vector<std::pair<WaitDue, Step>> happened;
    for (int events = 0; events < events_a_pass_max; ++events) {
        const auto first = std::min_element(present.waits.begin(), present.waits.end(),
                                            [](const Wait& a, const Wait& b) { return a.due < b.due; });
        if (first == present.waits.end() || first->due > until) break;
        now = std::max(now, first->due);
        const WaitDue due{first->step, first->name};
        auto step = happen(due);
        happened.emplace_back(due, std::move(step));
    }
    now = std::max(now, until);
    settle_letters();
    return happened;
}

}
