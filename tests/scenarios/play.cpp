// SPDX-License-Identifier: MIT
#include "tests/scenarios/play.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <sstream>

#include "tests/scenarios/covered.h"
#include "tests/scenarios/said.h"
#include "workflow/deciding/calendar.h"
#include "workflow/deciding/question.h"
#include "workflow/deciding/visits.h"
#include "workflow/writing/phrases.h"
#include "workflow/writing/program_words.h"

namespace mentoring {

namespace {

constexpr std::size_t choices_shown_max = 12;

struct Play {
    Town town;
    Coverage& coverage;
    std::vector<PlayedLetter>& letters;
    std::string followed;
    bool files = false;
};

std::string clock_text(const Town& town, Instant at) {
    const auto calendar = town.surroundings().calendar;
    const auto local = local_time(calendar.zone, at);
    const auto minutes =
        std::chrono::duration_cast<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local))
            .count();
    char time[16];
    std::snprintf(time, sizeof time, "%02d:%02d", static_cast<int>(minutes / 60),
                  static_cast<int>(minutes % 60));
    const auto day = day_phrase(local_date(calendar, at));
    return day.substr(0, 3) + day.substr(day.find(',') + 1) + " " + time;
}

std::string words_of(const Letter& letter) {
    std::string text;
    for (const auto& [name, words] : letter.fields.words) text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string choices_of(const Letter& letter) {
    std::string text;
    for (std::size_t i = 0; i < std::min(letter.choices.size(), choices_shown_max); ++i)
        text += (i ? " " : "") + letter.choices[i].intent;
    return text;
}

std::string text_of(const Letter& letter, const std::string& name) {
    const auto found = letter.fields.texts.find(name);
    return found == letter.fields.texts.end() ? std::string() : found->second;
}

std::string rows_of(const Letter& letter, const std::string& name, const std::string& column) {
    std::string text;
    const auto found = letter.fields.rows.find(name);
    if (found == letter.fields.rows.end()) return text;
    for (const auto& row : found->second)
        text += (text.empty() ? "" : ", ") + (row.contains("number") ? row.at("number") + " " : "") +
                row.at(column);
    return text;
}

void add(std::string& line, const std::string& label, const std::string& value) {
    if (!value.empty()) line += "; " + label + value;
}

std::string letter_text(const Town& town, const Letter& letter) {
    auto line = "  to " + town.first_name(letter.recipient) + " (" + letter.role + "): " + letter.name;
    if (letter.rest.count() > 0) line += ", rests " + std::to_string(letter.rest.count() / 60) + " minutes";
    if (letter.unasked) line += ", unasked";
    add(line, "words ", words_of(letter));
    if (letter.said || letter.name == "past-step")
        add(line, "told “", text_of(letter, "told").empty() ? "" : text_of(letter, "told") + "”");
    add(line, "by ", text_of(letter, "by"));
    add(line, "suggests ", rows_of(letter, "suggestions", "name"));
    add(line, "missing ", rows_of(letter, "missing", "label"));
    add(line, "answers ", choices_of(letter));
    return line + "\n";
}

std::string day_or_open(const std::optional<Date>& date) {
    return date ? iso_date(*date) : "open";
}

struct EffectText {
    const Town& town;
    std::string operator()(const Letter& letter) const { return letter_text(town, letter); }
    std::string operator()(const JournalLine& line) const { return "  noted: " + line.what + "\n"; }
    std::string operator()(const KeepEvaluation& kept) const {
        return "  sealed for the president: ratings " + ratings_phrase(kept.ratings) +
               (kept.words.empty() ? "" : " and words") + "\n";
    }
    std::string operator()(const KeepConcern& kept) const {
        return "  sealed for the " + kept.reader + ": a concern\n";
    }
    std::string operator()(const AddressConcern& addressed) const {
        return "  concern " + std::to_string(addressed.number) + ": " + addressed.how + "\n";
    }
    std::string operator()(const StopLetters&) const { return {}; }
    std::string operator()(const PausePerson& pause) const {
        return "  " + town.first_name(pause.person) + " takes nobody new until " + day_or_open(pause.until) +
               "\n";
    }
    std::string operator()(const RestReminders& rest) const {
        return "  reminders to " + town.first_name(rest.person) + " rest until " + iso_date(rest.until) +
               "\n";
    }
    std::string operator()(const ChangeMailings& wish) const {
        return "  " + town.first_name(wish.person) +
               (wish.mailings == Mailings::fewer ? " gets fewer letters\n" : " gets no check-ins\n");
    }
    std::string operator()(const HoldMentor& hold) const {
        return "  no new suggestions of " + town.first_name(hold.person) + "\n";
    }
    std::string operator()(const ForgetWords&) const { return "  her words are erased\n"; }
};

std::string state_text(const Town& town) {
    std::string line = "  = " + town.present.state;
    if (!town.present.owner.empty()) line += " (" + town.present.owner + " took over)";
    for (const auto& each : town.present.pairings) {
        line += "; " + town.first_name(each.mentor) + " ";
        line += !each.outcome.empty() ? "ended " + each.outcome
                : each.step == 0      ? std::string("not asked yet")
                                      : each.state;
    }
    return line + "\n";
}

std::string stopped_text(const Town& town, const std::vector<Written>& before) {
    std::string text;
    for (std::size_t i = 0; i < before.size(); ++i)
        if (before[i].fate != town.written[i].fate && town.written[i].fate == Written::Fate::stopped)
            text += "  stopped: " + town.written[i].letter.name + " to " +
                    town.first_name(town.written[i].letter.recipient) + "\n";
    return text;
}

void tell(Play& play, const Case& before, const Event& event, const Step& step,
          const std::vector<Written>& written) {
    cover(play.coverage, play.town.program, before, event, step);
    play.followed += stopped_text(play.town, written);
    for (const auto& effect : step.effects) play.followed += std::visit(EffectText{play.town}, effect);
    if (step.effects.empty() && step.next.decisions == before.decisions) play.followed += "  nothing\n";
    play.followed += state_text(play.town);
}

void collect(Play& play, const Step& step) {
    const auto& town = play.town;
    for (const auto& effect : step.effects)
        if (const auto* letter = std::get_if<Letter>(&effect))
            play.letters.push_back(
                {*letter, question_for(town.program, town.present, town.surroundings(), letter->recipient,
                                       letter->step, town.now, letter->purpose)});
}

void happen(Play& play, const Event& event) {
    const auto before = play.town.present;
    const auto written = play.town.written;
    const auto step = play.town.happen(event);
    tell(play, before, event, step, written);
    collect(play, step);
}

bool offers(const Letter& letter, const std::string& intent) {
    return std::any_of(letter.choices.begin(), letter.choices.end(),
                       [&](const Choice& each) { return each.intent == intent; });
}

enum class Which { latest, first };

int step_answered(const Town& town, PersonId person, const std::string& intent, Which which) {
    int latest = 0, offering = 0;
    for (const auto& each : town.written) {
        if (each.letter.recipient != person || each.fate != Written::Fate::sent) continue;
        latest = each.letter.step;
        const bool takes = offers(each.letter, intent) && each.letter.purpose != Purpose::challenge;
        if (takes && (which == Which::latest || offering == 0)) offering = each.letter.step;
    }
    return offering != 0 ? offering : latest;
}

void answer(Play& play, const std::string& who, const std::string& how, const std::string& what) {
    auto& town = play.town;
    const auto said = answer_said(town, what);
    const auto person = town.id(who);
    Answered answered;
    answered.by = person;
    answered.answer = said;
    answered.step = how == "no token" ? 0
                                      : step_answered(town, person, said.intent,
                                                      how == "first letter" ? Which::first : Which::latest);
    answered.proof = how == "ordinary" || how == "no token" ? Proof::ordinary
                     : how == "none"                        ? Proof::none
                                                            : Proof::strong;
    const auto asked =
        question_for(town.program, town.present, town.surroundings(), person, answered.step, town.now);
    if (asked) answered.role = asked->role;
    happen(play, answered);
}

void unclear(Play& play, const std::string& who, const std::string& doubt) {
    Answered answered;
    answered.by = play.town.id(who);
    answered.answer.doubt = doubt;
    answered.proof = Proof::strong;
    answered.step = step_answered(play.town, answered.by, "", Which::latest);
    happen(play, answered);
}

void machine(Play& play, const std::string& who, const std::string& until) {
    MachineAnswered event{play.town.id(who), std::nullopt};
    if (!until.empty()) event.until = date_from_iso(until);
    happen(play, event);
}

const Letter* last_letter(const Town& town, const std::string& name, PersonId recipient) {
    const Letter* found = nullptr;
    for (const auto& each : town.written)
        if (each.letter.name == name && each.letter.recipient == recipient) found = &each.letter;
    return found;
}

void bounce(Play& play, const std::string& kind, const std::string& name, const std::string& who) {
    const auto* letter = last_letter(play.town, name, play.town.id(who));
    REQUIRE(letter != nullptr);
    happen(play, LetterBounced{name, play.town.id(who), letter->step, kind == "bounce"});
}

void request(Play& play, const std::string& who, const std::string& words) {
    Opened opened;
    opened.number = "2026-014";
    opened.mentee = opened.by = play.town.id(who);
    opened.opening = play.town.program.openings.front().name;
    opened.words = words;
    opened.attachments = play.files;
    happen(play, opened);
}

// Waits that fire one after another, each with its own day.
void fire(Play& play, Instant until) {
    auto& town = play.town;
    for (int events = 0; events < 5000; ++events) {
        const auto first = std::min_element(town.present.waits.begin(), town.present.waits.end(),
                                            [](const Wait& a, const Wait& b) { return a.due < b.due; });
        if (first == town.present.waits.end() || first->due > until) break;
        const auto at = std::max(town.now, first->due);
        const WaitDue due{first->step, first->name};
        play.followed += clock_text(town, at) + "\n";
        town.now = at;
        happen(play, due);
    }
    town.pass_until(until);
}

void pass(Play& play, const std::string& text) {
    const auto span = span_from(text);
    REQUIRE(span.has_value());
    fire(play, after(play.town.surroundings().calendar, play.town.now, *span));
    play.followed += clock_text(play.town, play.town.now) + "\n";
}

void be_down(Play& play, const std::string& text) {
    const auto span = span_from(text);
    REQUIRE(span.has_value());
    play.town.now = after(play.town.surroundings().calendar, play.town.now, *span);
    fire(play, play.town.now);
    play.followed += clock_text(play.town, play.town.now) + "\n";
}

void danger(Play& play, const std::string& strength, const std::string& who) {
    happen(play, DangerSeen{play.town.id(who), strength == "strong" ? Danger::strong : Danger::weak, false});
}

void change_office(Play& play, const std::string& office, const std::string& who) {
    auto& town = play.town;
    const auto today = local_date(town.surroundings().calendar, town.now);
    const auto former = holder_of(town.surroundings().offices, office, today);
    town.set_office(office, who, std::chrono::sys_days{today});
    happen(play, OfficeChanged{office, former});
}

void confirm(Play& play, const std::string& who, const std::string& what) {
    const auto step = play.town.present.unproven ? play.town.present.unproven->step : play.town.present.step;
    happen(play, Confirmed{play.town.id(who), step, what == "confirms"});
}

void fact(Play& play, const std::string& who, const std::string& what) {
    if (what == "has no place left") play.town.set_other_load(play.town.id(who), 9);
    if (what == "is held") play.town.person(who).held = true;
    if (what == "gets files with it") play.files = true;
    if (what == "writes Spanish") play.town.person(who).language = "es";
}

using Act = void (*)(Play&, const std::smatch&);
struct LineKind {
    std::regex pattern;
    Act act;
};

const std::vector<LineKind>& kinds() {
    static const std::vector<LineKind> all{
        {std::regex("request of (\\w+): (.*)"),
         [](Play& p, const std::smatch& m) { request(p, m[1], m[2]); }},
        {std::regex("mail from (\\w+)(?: \\(([a-z ]+)\\))?: (.*)"),
         [](Play& p, const std::smatch& m) { answer(p, m[1], m[2], m[3]); }},
        {std::regex("unclear from (\\w+): (.*)"),
         [](Play& p, const std::smatch& m) { unclear(p, m[1], m[2]); }},
        {std::regex("(\\w+) (confirms|denies)"),
         [](Play& p, const std::smatch& m) { confirm(p, m[1], m[2]); }},
        {std::regex("machine of (\\w+)(?: until (\\S+))?"),
         [](Play& p, const std::smatch& m) { machine(p, m[1], m[2]); }},
        {std::regex("pass (.*)"), [](Play& p, const std::smatch& m) { pass(p, m[1]); }},
        {std::regex("down for (.*)"), [](Play& p, const std::smatch& m) { be_down(p, m[1]); }},
        {std::regex("(bounce|delay) of (\\S+) to (\\w+)"),
         [](Play& p, const std::smatch& m) { bounce(p, m[1], m[2], m[3]); }},
        {std::regex("danger (weak|strong) in a mail of (\\w+)"),
         [](Play& p, const std::smatch& m) { danger(p, m[1], m[2]); }},
        {std::regex("gone: (\\w+)"),
         [](Play& p, const std::smatch& m) { happen(p, PersonGone{p.town.id(m[1])}); }},
        {std::regex("office (\\S+): (\\w+)"),
         [](Play& p, const std::smatch& m) { change_office(p, m[1], m[2]); }},
        {std::regex("move to (\\S+)"), [](Play& p, const std::smatch& m) { happen(p, Moved{m[1]}); }},
        {std::regex("(\\w+) (has no place left|is held|gets files with it|writes Spanish)"),
         [](Play& p, const std::smatch& m) { fact(p, m[1], m[2]); }},
    };
    return all;
}

void play_line(Play& play, const std::string& line) {
    for (const auto& kind : kinds()) {
        std::smatch found;
        if (std::regex_match(line, found, kind.pattern)) return kind.act(play, found);
    }
    FAIL("no such line: " << line);
}

}

std::string play(const std::string& transcript, Coverage& coverage, std::vector<PlayedLetter>& letters) {
    Play playing{Town(balance()), coverage, letters, {}, false};
    std::string text;
    std::istringstream lines(transcript);
    bool told = false;
    for (std::string line; std::getline(lines, line);) {
        if (line == "---") {
            text += "---\n" + playing.followed;
            playing.followed.clear();
            told = true;
            continue;
        }
        if (line.empty() || line.starts_with("#")) {
            told = false;
            text += line + "\n";
            continue;
        }
        if (told) continue;
        text += line + "\n";
        INFO(line);
        play_line(playing, line);
    }
    return text;
}

}
