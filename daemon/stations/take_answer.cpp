// SPDX-License-Identifier: MIT
#include "daemon/stations/take_answer.h"

#include <algorithm>
#include <set>

#include "daemon/mail/fold.h"
#include "daemon/stations/carry_out.h"
#include "daemon/stations/evidence.h"
#include "daemon/stations/post.h"
#include "daemon/stations/take_kept.h"
#include "daemon/stations/take_request.h"
#include "daemon/store/cases.h"
#include "daemon/store/evaluations.h"
#include "daemon/store/markers.h"
#include "workflow/deciding/question.h"
#include "workflow/reading/conversation.h"
#include "workflow/reading/form.h"

namespace mentoring {

namespace {

// Letters of the digest are about no case: their answer is taken for the oldest concern that is open.
std::optional<Case> case_of(const Desk& desk, const LoadedProgram& program, const Identified& who) {
    Cases cases(desk.store);
    if (who.case_id != CaseId{}) return cases.load(who.case_id);
    if (who.purpose != Purpose::digest) {
        const auto hers = open_cases_of(desk, who.person);
        return hers.size() == 1 ? cases.load(hers.front()) : std::nullopt;
    }
    const auto open = Concerns(desk.store).open(program.program.name);
    return open.empty() ? std::nullopt : cases.load(open.front().case_id);
}

// Addresses of everybody else who has a part in the case.
std::vector<std::string> other_parties(const Case& present, const Surroundings& surroundings,
                                       PersonId writer) {
    std::vector<PersonId> parties{present.mentee};
    for (const auto& each : present.pairings) parties.push_back(each.mentor);
    std::vector<std::string> addresses;
    for (const auto id : parties) {
        const auto person = surroundings.people.find(id);
        if (id == writer || person == surroundings.people.end()) continue;
        addresses.insert(addresses.end(), person->second.addresses.begin(), person->second.addresses.end());
    }
    return addresses;
}

// The copy of a mentor's own letter to her is a convenience: it tells that she has written, and nothing else.
bool tells_that_she_wrote(const Asked& asked) {
    return std::any_of(asked.question.choices.begin(), asked.question.choices.end(),
                       [](const Choice& each) { return each.intent == "sent"; });
}

Answer sent() {
    Answer answer;
    answer.clarity = Clarity::clear;
    answer.intent = "sent";
    return answer;
}

// What sounds like one of these is for another reader than who asked: we ask back.
bool hers_alone(const std::string& intent) {
    static const std::set<std::string> private_words{"concern", "human", "unsure", "withdraw"};
    return private_words.contains(intent);
}

// Where a question was put in somebody's own words, whatever she writes back and no command claims is her
// answer: it goes to who asked, as she wrote it.
Answer with_open_answer(Answer read, const Question& question, const std::string& words) {
    const bool open = std::any_of(question.choices.begin(), question.choices.end(), [](const Choice& each) {
        return each.intent == "answer" && each.takes == Takes::text;
    });
    const bool says_something = words.find_first_not_of(" \t\r\n") != std::string::npos;
    if (!open || !says_something || read.clarity != Clarity::unclear || hers_alone(read.intent)) return read;
    Answer answer;
    answer.clarity = Clarity::clear;
    answer.intent = "answer";
    answer.arguments.text = words;
    return answer;
}

// A form filled in, by number, by label or under its questions. One clear word of command goes before a
// single field; two fields or more are no accident.
Answer with_form(Answer read, const Question& question, const Reply& reply) {
    const auto choice = std::find_if(question.choices.begin(), question.choices.end(),
                                     [](const Choice& each) { return each.takes == Takes::form; });
    const bool rates = std::any_of(question.choices.begin(), question.choices.end(),
                                   [](const Choice& each) { return each.takes == Takes::ratings; });
    if (choice == question.choices.end() || question.form.empty() || rates) return read;
    const auto filled = read_form(question.form, fold, reply.words, reply.inline_answers, question.known);
    if (filled.answers.empty() || (read.clarity == Clarity::clear && filled.answers.size() == 1)) return read;
    Answer answer;
    answer.clarity = Clarity::clear;
    answer.intent = choice->intent;
    answer.arguments.fields = filled.answers;
    answer.arguments.text = filled.unplaced;
    return answer;
}

// Said once to each person, without a word of what she wrote.
void tell_how_to_leave_us_out(const Desk& desk, const LoadedProgram& program,
                              const Surroundings& surroundings, const Case& present, PersonId person) {
    if (!Markers(desk.store).first_time("conversation " + std::to_string(person.value), desk.now)) return;
    Letter letter;
    letter.name = "left-out";
    letter.recipient = person;
    letter.role = "writer";
    post(desk, program, surroundings, letter, {&present, {}, {}});
}

// What answers a letter that only the president may read from never becomes words for anybody else.
void keep_for_its_reader(Question& question) {
    std::erase_if(question.choices, [](const Choice& each) {
        const bool brings_words =
            each.takes == Takes::form || each.takes == Takes::text || each.takes == Takes::reason;
        return brings_words && each.intent != "concern";
    });
    question.form.clear();
}

std::string reason_of(const Answer& answer) {
    switch (answer.clarity) {
        case Clarity::clear:
            return "answered: " + answer.intent;
        case Clarity::automatic:
            return "written by a machine";
        case Clarity::unclear:
            return "asked back: " + answer.doubt;
    }
    return {};
}

// Mail outside our threads that says nothing clear to us is meant for the human whose mailbox this is.
Ruling take_no_answer(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                      const Case& present, PersonId writer) {
    if (for_a_human_first(incoming)) return hold_for_a_human(desk, program, incoming, writer);
    if (asking_of(desk, incoming) == Asking::request && present.mentee == writer)
        return ask_whether_new(desk, program, incoming, writer);
    return {Verdict::ignored, "not for us", {}, {}, writer};
}

// In our thread weak words may be a reason: "DECLINE - I am worn out".
Reading reading_of(const Incoming& incoming, const Identified& who) {
    return who.in_our_thread && incoming.danger == Danger::weak ? Reading::plain : Reading::heedful;
}

Event event_of(const Identified& who, const Asked& asked, Answer answer, InboxId mail) {
    if (who.purpose == Purpose::challenge && answer.clarity == Clarity::clear)
        return Confirmed{who.person, who.step, answer.intent == "yes"};
    return Answered{who.person, asked.role, asked.step, std::move(answer), who.proof, mail};
}

}

Ruling take_answer(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                   const Identified& who) {
    const auto present = case_of(desk, program, who);
    if (!present && who.in_our_thread) {
        // She may have asked to be called: a human looks.
        tell_manager(desk, program, incoming.row, "held", "it answers a letter and is about no open case");
        return {Verdict::held, "about no case", {"manager"}, {}, who.person};
    }
    if (!present) return {Verdict::ignored, "about no case", {}, {}, who.person};
    const auto surroundings = surroundings_of(desk, program, *present);
    const auto& structure = program_of(program, *present);
    auto asked = question_for(structure, *present, surroundings, who.person, who.step, desk.now, who.purpose);
    if (!asked) return {Verdict::decided, "has no part in the case", {}, present->id, who.person};
    const bool conversation =
        spoken_to(incoming.mail, incoming.mailbox.address, detail_separator(incoming.mailbox),
                  other_parties(*present, surroundings, who.person)) == Audible::conversation;
    if (conversation && !tells_that_she_wrote(*asked)) {
        if (incoming.danger == Danger::none)
            tell_how_to_leave_us_out(desk, program, surroundings, *present, who.person);
        return {Verdict::conversation, "conversation, not kept", {}, present->id, who.person};
    }
    if (confidential(who.purpose)) keep_for_its_reader(asked->question);
    asked->question.today = day_of(desk, program, incoming.mail);
    auto answer =
        conversation ? sent() : answer_in(desk, asked->question, incoming, reading_of(incoming, who));
    answer = with_form(std::move(answer), asked->question, incoming.reply);
    if (who.in_our_thread)
        answer = with_open_answer(std::move(answer), asked->question, incoming.reply.words);
    // Who is in danger has one letter, and two humans who call: nobody asks her what she meant.
    if (answer.clarity == Clarity::unclear && who.in_our_thread && incoming.danger == Danger::strong)
        return {Verdict::decided, "words of danger", {}, present->id, who.person};
    if (answer.clarity != Clarity::clear && !who.in_our_thread)
        return take_no_answer(desk, program, incoming, *present, who.person);
    const auto reason = reason_of(answer);
    if (answer.clarity != Clarity::automatic)
        take_event(desk, program, *present, event_of(who, *asked, std::move(answer), incoming.row.id),
                   incoming.row.id);
    return {conversation ? Verdict::conversation : Verdict::decided, reason, {}, present->id, who.person};
}

}
