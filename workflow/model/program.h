// SPDX-License-Identifier: MIT
// A programme as data: states, who answers what, what is waited for, which letters go out. Read from
// config/programs/NAME.toml; the shapes are closed here in C++, their arrangement is open there.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/model/audience.h"
#include "workflow/model/event.h"
#include "workflow/model/form_field.h"

namespace mentoring {

// "20 minutes", "3 working days": counted from an instant in the programme's calendar.
struct Span {
    enum class Unit { minutes, hours, days, working_days, weeks, months };
    int amount = 0;
    Unit unit = Unit::days;
    bool operator==(const Span&) const = default;
};

struct LetterOrder {
    std::string letter;  // template name
    // A role or office, or: "owner" of the state, "writer" of the answer, "other" side of the pairing,
    // "both" sides, "unconfirmed" (sides that have not said so yet), "mentors" (of all live pairings).
    std::string to;
    std::optional<Span> rest;
    std::vector<std::string> words;  // kept words it carries: "request"; `to` must be among their readers
    bool operator==(const LetterOrder&) const = default;
};

// `does`: what an answer does beside moving the state.
enum class Doing {
    nothing,
    undo,            // the case goes back to where it was while the letters still rest
    status,          // tells what is waited for
    help,            // tells what may be said now
    human,           // somebody calls her
    concern,         // sealed, to the reader of concerns at once
    address,         // the reader of concerns marks the oldest open one as addressed
    second,          // and asks the second reader to look at it too
    hold_mentor,     // no new suggestions of the case's mentor, nobody sees why
    note_meeting,    // date and mode
    accept,          // the mentor says yes, if she still has a place
    agree,           // rhythm and end date of the two
    pause_mentor,    // no new mentees for her before the date given
    resume_mentor,   //
    waive,           // anyone is fine: no YES or ANOTHER
    wishes,          // what she wants, whom not to ask, the line a mentor may read
    fewer_letters,   // LESS
    stop_check_ins,  //
    go_on,           // danger is over: reminders run again
    forget,          // it was no request: its words go
};

// on.ANSWER: an answer by a role, what it takes, where it goes, which letters follow, which proof it needs.
struct Transition {
    std::string answer;
    std::vector<std::string> by;
    Takes takes = Takes::nothing;
    bool by_yes = false;
    bool by_no = false;
    std::string target;  // `goto`; empty: the state stays
    std::vector<LetterOrder> letters;
    Proof proof = Proof::ordinary;
    std::string owner;    // `owner`: the office that takes the state over (PASS)
    std::string keep;     // name under which what was written is kept
    Audience readers;     // who may read it
    std::string outcome;  // of a pairing that ends by it
    Doing does = Doing::nothing;
    std::string case_target;  // `case`: state the case goes to when a pairing's answer moves it too
    std::string needs;        // words that must have been kept before this may be said (SEND)
    std::string once_paired;  // where it goes instead of `target` when somebody has said yes to her already
    std::string becomes;      // role that the pairing's mentor has from now on: "invited" becomes "mentor"
    int line = 0;
};

// When a wait begins to run: at entry of its state, or it falls due on a day that the two named.
enum class WaitFrom { entry, given_date, agreed_end };

// after[]: what happens when nobody answers in time.
struct AfterWait {
    WaitFrom from = WaitFrom::entry;
    Span wait;
    int repeat = 1;
    std::vector<LetterOrder> letters;
    std::string owner;
    std::string answer;  // silence counts as this answer of the state's owner
    std::string target;
    std::string outcome;
    std::string case_target;
    std::string once_paired;
    int line = 0;
};

// each: one pairing for each invited mentor; ends when nobody is still asked.
struct Each {
    std::string role = "invited";
    std::string pairing_state;  // state each pairing starts in
    bool first = false;         // ends at the first yes
    std::string enough;         // state when at least one said yes
    std::string exhausted;      // state when none did
    std::vector<LetterOrder> enough_letters;
    std::vector<LetterOrder> exhausted_letters;
    std::vector<LetterOrder> sibling_letters;  // to those whose invitation is taken back
    std::vector<LetterOrder> full_letters;     // to one who says yes and has no free place any more
    int line = 0;
};

// pairings: a case state that lasts while pairings run, and where it goes when the last has ended.
struct Running {
    // State by outcome of the last one; "none": entered with nobody; "" for every other.
    std::map<std::string, std::string> ended;
    std::map<std::string, std::vector<LetterOrder>> letters;
    int line = 0;
};

// all: left only when each of these roles has confirmed.
struct All {
    std::vector<std::string> roles;
    std::string answer;
    std::string target;
    std::vector<LetterOrder> letters;
    std::string outcome;
    bool by_yes = false;  // a plain yes says it
    int line = 0;
};

// form: fields collected by mail, over several mails.
struct Form {
    std::string by;  // role
    std::vector<FormField> fields;
    bool rated = false;  // the fields are ratings 1–5, words beside them are kept too
    Audience readers;
    std::string target;                // when complete
    std::vector<LetterOrder> letters;  // when complete
    std::string answer;                // "evaluation", "answer": the intent that brings fields
    std::string ask_again;             // letter that asks for what is missing
    int low = 0;                       // a rating at or below it is reported at once
    std::vector<LetterOrder> low_letters;
    int line = 0;
};

// cadence: check-ins by the agreed rhythm.
struct Cadence {
    Rhythm rhythm;                     // where the two have agreed on none
    std::vector<LetterOrder> letters;  // check-ins
    std::optional<int> meetings_a_year;
    std::optional<int> in_person_a_year;
    bool monthly_then_quarterly = false;
    int line = 0;
};

// waiver: a state passed over where she has waived it ("anyone is fine").
struct Waiver {
    std::string target;
};

enum class Scope { of_case, of_pairing };

struct State {
    std::string name;
    Scope scope = Scope::of_case;
    std::string says;   // "Waiting for the chair": status letters and lists
    std::string owner;  // role that is waited for; empty in final states
    std::vector<LetterOrder> enter;
    std::vector<Transition> on;
    std::vector<AfterWait> after;
    std::optional<Each> each;
    std::optional<Running> running;
    std::optional<Waiver> waiver;
    std::optional<All> all;
    std::optional<Form> form;
    std::optional<Cadence> cadence;
    bool final = false;
    int line = 0;  // in the program file, for faults
};

struct OfficeRule {
    std::string name;     // "chair"
    std::string title;    // "Chair of the Mentor Program"
    std::string deputy;   // office that stands in when the holder is a party, away, or passes
    bool mentors = true;  // false: its holder gets no mentees in her term
    int line = 0;
};

struct Opening {
    std::string name;  // "request"
    std::string by;    // role that may open: "member", "coordinator"
    std::string target;
    std::vector<LetterOrder> letters;
    Audience readers;  // of the request's words
    int line = 0;
};

// concern: what happens when nobody marked one as addressed in time.
struct ConcernRule {
    Span wait{10, Span::Unit::working_days};
    std::vector<LetterOrder> letters;
    int line = 0;
};

// gone: a party died, left or is ill. The letters go to an office; a person calls.
struct GoneRule {
    std::string target;  // state of the case; empty: the state stays
    std::vector<LetterOrder> letters;
    int line = 0;
};

struct Occasion {
    std::string name;  // "digest"
    std::string when;  // "monthly", "quarterly", "yearly MM-DD"
    std::vector<LetterOrder> letters;
    int line = 0;
};

struct Program {
    std::string name;   // "balance"
    std::string title;  // "Balance Mentor Program"
    std::string code;   // first word of subjects: "Balance"
    std::string zone;   // IANA
    std::string language = "en";
    int version = 1;
    std::vector<std::string> holidays;  // "2026-11-26", "12-25"
    Span rest{20, Span::Unit::minutes};
    int suggestions_max = 5;
    std::vector<OfficeRule> offices;
    std::vector<Opening> openings;
    std::vector<State> states;         // of cases and pairings
    std::vector<Transition> anywhere;  // [any] on: withdraw, status, help, human, concern
    std::vector<Occasion> occasions;
    std::vector<std::string> alarm;  // offices that are alarmed in danger
    ConcernRule concern;
    GoneRule mentee_gone;
    GoneRule mentor_gone;
    std::map<std::string, std::string> told;   // by answer: "You matched {mentors}."
    std::vector<std::string> rated;            // questions of the evaluation, in order
    std::map<std::string, std::string> texts;  // helplines, names and phones letters print
    std::map<std::string, std::string> moved;  // old state → new state
};

const State* state_named(const Program& program, Scope scope, std::string_view name);

}
