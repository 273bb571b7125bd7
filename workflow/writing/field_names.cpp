// SPDX-License-Identifier: MIT
#include "workflow/writing/field_names.h"

#include <algorithm>
#include <array>

namespace mentoring {

namespace {

using enum FieldKind;
using enum FieldPresence;

constexpr auto table = std::to_array<FieldName>({
    {"greeting", text, every, "", "how the recipient is addressed", "Dr. Marsh"},
    {"program", text, every, "", "title of the program", "Balance Mentor Program"},
    {"code", text, every, "", "first word of its subjects", "Balance"},
    {"manager_name", text, every, "", "the manager", "Iris Cole"},
    {"manager_phone", text, some, "", "her telephone", "555 0142"},
    {"number", text, case_letters, "", "number of the case", "2026-014"},
    {"readers", text, case_letters, "", "one sentence: who reads the answer",
     "What you write is read by Dr. Ruth Ames, the chair of the mentor program."},
    {"chair_name", text, some, "", "the chair", "Dr. Ruth Ames"},
    {"reviewer_name", text, some, "",
     "who looks for a mentor: the chair, or whoever acts for her in this case", "Dr. Ruth Ames"},
    {"president_name", text, some, "", "the president", "Dr. Lena Ortiz"},
    {"told", text, some, "", "what was understood and done, one sentence",
     "You chose Dr. Bea Romano and Dr. Chloe Nguyen."},
    {"by", text, some, "", "day by which an answer is asked, or by which she hears next",
     "Thursday, December 3"},
    {"age", text, some, "", "how long something has been waiting", "5 working days"},
    {"count", text, some, "", "a number", "3"},
    {"mentor_name", text, some, "", "the mentor", "Dr. Bea Romano"},
    {"mentor_address", text, some, "", "her address", "bea.romano@example.org"},
    {"mentor_specialty", text, some, "", "her specialty", "pediatrics"},
    {"mentor_region", text, some, "", "her region", "Oregon"},
    {"mentee_name", text, some, "", "the member, only to those who may know", "Dr. Nora Marsh"},
    {"mentee_address", text, some, "", "her address, likewise", "nora.marsh@example.org"},
    {"specialty", text, some, "", "the member's specialty, if she allows", "family medicine"},
    {"region", text, some, "", "the member's region, if she allows", "Washington"},
    {"stands_in", text, some, "", "in whose place the deputy is asked",
     "Dr. Ruth Ames, the chair of the mentor program"},
    {"other_name", text, some, "", "the other side of the pairing, or another person meant",
     "Dr. Bea Romano"},
    {"office_title", text, some, "", "an office", "Chair of the Mentor Program"},
    {"rhythm", text, some, "", "how often the two are in touch", "every month"},
    {"until", text, some, "", "a day", "June 30"},
    {"date", text, some, "", "a day", "November 27"},
    {"mode", text, some, "", "how they met", "by video"},
    {"ratings", text, some, "", "ratings in words", "5, 2, 4, 4"},
    {"says", text, some, "", "the state in words", "Waiting for the chair"},
    {"rest", text, some, "", "how long a letter rests before it goes out", "20 minutes"},
    {"time_asked", text, some, "", "how much time a mentor is asked for",
     "about an hour a month for half a year"},
    {"sender", text, some, "", "address a held mail came from", "n.marsh@example.net"},
    {"reason", text, some, "", "why a mail was held, a phrase of ours", "nothing vouches for the sender"},
    {"size", text, some, "", "largest mail taken", "10 MB"},
    {"helplines", lines, some, "", "where help is at once, from the settings",
     "In an emergency: 911\nAny hour, by phone or text: 988"},
    {"request", words, some, "", "the member's request",
     "I would like to talk with somebody about how to lead a team\nthat was here before me."},
    {"wishes", words, some, "", "what she wrote when asked what she would like",
     "A sounding board, please. Not Dr. Whitfield, we share a clinic."},
    {"not_to_ask", words, some, "", "whom she would rather not be matched with, for the chair alone",
     "Anybody at my own hospital, please."},
    {"line", words, some, "", "her one line that a possible mentor may read",
     "Finding my feet in a new leading role"},
    {"topic", words, some, "", "the chair's line for the invitation", "Leading a team"},
    {"question", words, some, "", "a question put to the recipient", "Would video calls suit you?"},
    {"answer", words, some, "", "the answer to her question", "Yes, video is fine, best on Fridays."},
    {"mentors_question", words, some, "", "a mentor's question about an invitation",
     "Is this about research, or about people?"},
    {"answer_to_mentor", words, some, "", "the chair's answer to it", "It is about people."},
    {"change", words, some, "", "the change somebody asks for", "Every three weeks would suit me better."},
    {"working_together", words, some, "", "guidelines a", "We talk by video, I listen first."},
    {"issues_and_goals", words, some, "", "guidelines b", "A plan for the first half year."},
    {"timeline", words, some, "", "guidelines c", "Once a month until June."},
    {"closure", words, some, "", "guidelines d", "We look back together and write two sentences."},
    {"statement", words, some, "", "statement of accomplishment",
     "We made a plan for the first half year, and most of it is done."},
    {"comment", words, some, "", "words of an evaluation", "The match was excellent."},
    {"concern", words, some, "", "a concern, for its reader alone", "I would like to talk about the start."},
    {"kept_mail", text, some, "", "how long a mail is kept after its decision", "14 days"},
    {"kept_folder", text, some, "", "how long a mail is kept in our folder of the mailbox", "30 days"},
    {"kept_words", text, some, "", "how long words are kept after the end", "90 days"},
    {"kept_evaluations", text, some, "", "how long an evaluation's words are kept", "12 months"},
    {"kept_dates", text, some, "", "how long dates are kept before they become counts", "3 years"},
    {"kept_backups", text, some, "", "how long copies of the store are kept", "30 days"},
    {"notice", flag, some, "", "the first letter to this person: what is kept", ""},
    {"attachments", flag, some, "", "files came with the request", ""},
    {"sealed", flag, some, "", "the answer goes to the mailbox of the president alone", ""},
    {"anyone_is_fine", flag, some, "", "she waived being asked about her mentor", ""},
    {"last", flag, some, "", "the last reminder", ""},
    {"choices", rows, some, "", "the answers that may be given now", ""},
    {"intent", text, some, "choices", "name of the answer in the program", "accept"},
    {"answer", text, some, "choices", "what is typed, where the template does not say", "ACCEPT"},
    {"meaning", text, some, "choices", "what it means, likewise", "yes, gladly"},
    {"words", text, some, "choices", "what is filled in, where it is not the answer alone", "ACCEPT"},
    {"suggestions", rows, some, "", "possible mentors, best first", ""},
    {"number", text, every, "suggestions", "1, 2, …", "1"},
    {"name", text, every, "suggestions", "name", "Dr. Ada Lindqvist"},
    {"reason", text, some, "suggestions", "why she is suggested, our phrase",
     "The profile speaks of leadership; 1 of 2 places taken."},
    {"load", text, some, "suggestions", "her mentees at present", "1 of 2 mentees"},
    {"specialty", text, some, "suggestions", "specialty", "internal medicine"},
    {"region", text, some, "suggestions", "region", "Idaho"},
    {"mentors", rows, some, "", "mentors meant", ""},
    {"name", text, every, "mentors", "name", "Dr. Bea Romano"},
    {"questions", rows, some, "", "lines of a form", ""},
    {"label", text, every, "questions", "as printed and as found back", "How we work together"},
    {"question", text, some, "questions", "what is asked", "How would you like to work together?"},
    {"missing", rows, some, "", "lines of a form not yet filled in", ""},
    {"label", text, every, "missing", "as printed and as found back", "Timeline and contact"},
    {"question", text, some, "missing", "what is asked", "How often, by what means, and until when?"},
    {"rated", rows, some, "", "questions of an evaluation", ""},
    {"number", text, every, "rated", "1, 2, …", "1"},
    {"question", text, every, "rated", "the question", "How well did the program respond to you?"},
    {"evaluations", rows, some, "", "evaluations, for the president", ""},
    {"number", text, every, "evaluations", "number of the case", "2026-009"},
    {"ratings", text, some, "evaluations", "the ratings in words", "5, 4, 5, 5"},
    {"comment", words, some, "evaluations", "the member's words", "Thank you, it helped."},
    {"concerns", rows, some, "", "open concerns, for their reader", ""},
    {"number", text, every, "concerns", "number of the case", "2026-011"},
    {"age", text, some, "concerns", "since when", "6 working days"},
    {"concern", words, some, "concerns", "the writer's words", "I have not heard back for a while."},
    {"waiting", rows, some, "", "what is waiting", ""},
    {"number", text, every, "waiting", "number of the case", "2026-014"},
    {"says", text, every, "waiting", "the state in words", "Waiting for the chair"},
    {"age", text, some, "waiting", "since when", "2 working days"},
    {"improvements", rows, some, "", "improvements the president asked for", ""},
    {"text", text, every, "improvements", "what", "Name a deputy for August"},
    {"says", text, some, "improvements", "how far it is", "open"},
    {"form", made, some, "", "for a link: the lines of the form, to be filled in", ""},
});

}

std::span<const FieldName> field_names() {
    return table;
}

const FieldName* field_named(std::string_view rows_name, std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const FieldName& each) {
        return each.rows == rows_name && each.name == name;
    });
    return found == table.end() ? nullptr : &*found;
}

}
