// SPDX-License-Identifier: MIT
// What one mail says in answer to one question, and the question itself. Reading makes answers, deciding
// takes them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "workflow/model/form_field.h"
#include "workflow/model/identity.h"
#include "workflow/model/instant.h"

namespace mentoring {

// What an answer carries besides its word.
enum class Takes { nothing, mentors, reason, text, date, meeting, rhythm, ratings, person, number, form };

enum class MeetingMode { video, phone, in_person };

// Several mentors are asked together, in turn ("1 THEN 3"), or until the first accepts ("1 OR 2").
enum class InvitationOrder { together, in_turn, first_to_accept };

// "monthly" is every 1 month; "every three weeks" is every 3 weeks.
struct Rhythm {
    enum class Unit { days, weeks, months };
    int every = 1;
    Unit unit = Unit::months;
    bool operator==(const Rhythm&) const = default;
};

struct Arguments {
    std::vector<PersonId> mentors;
    InvitationOrder order = InvitationOrder::together;
    PersonId person;
    std::optional<Date> date;  // of a meeting, of a return, of an agreed end
    std::optional<MeetingMode> mode;
    std::optional<Rhythm> rhythm;
    std::optional<int> number;
    std::vector<std::optional<int>> ratings;    // one place a question, empty where none was given
    std::map<std::string, std::string> fields;  // of a form: its own words under each field's name
    std::string text;                           // reason, question, what, comment: the writer's own words
    bool operator==(const Arguments&) const = default;
};

// What kind of answer it turned out to be. `unclear` is asked back with the choices; `automatic` moves
// nothing.
enum class Clarity { clear, unclear, automatic };

struct Answer {
    Clarity clarity = Clarity::unclear;
    std::string intent;   // one of the question's choices when clear; the likeliest, or empty, when unclear
    Arguments arguments;  // when unclear: what was understood so far, to be filled in where we ask back
    std::string
        doubt;  // why it is unclear, a phrase of our own: "two answers", "a condition", "nobody of that name"
};

// One word of the vocabulary that may be said now, by this person.
struct Choice {
    std::string intent;  // "match"; its synonyms stand in config/words
    Takes takes = Takes::nothing;
    bool by_yes = false;  // a plain yes says it
    bool by_no = false;   // a plain no says it
};

struct NamedPerson {
    PersonId id;
    std::string name;
};

// What was asked, of whom, when: all that is needed to understand an answer.
struct Question {
    std::string situation;  // name of the state or occasion, for the log
    std::string role;
    std::vector<Choice> choices;
    std::vector<NamedPerson> candidates;       // numbered from 1 as the letter printed them
    std::vector<NamedPerson> roster;           // who else may be named
    std::vector<std::string> addressees;       // whom such a mail may greet; empty where that is not known
    std::vector<std::string> rated;            // the questions of an evaluation, in order
    std::vector<FormField> form;               // its fields, where one of the choices takes a form
    std::map<std::string, std::string> known;  // what earlier mails brought of it
    int rating_max = 5;
    Date today;  // the mail's own date in the programme's zone
};

}
