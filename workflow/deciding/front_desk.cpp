// SPDX-License-Identifier: MIT
#include "workflow/deciding/front_desk.h"

#include <cassert>

namespace mentoring {

namespace {

std::string letter_name(HeldFor reason) {
    switch (reason) {
        case HeldFor::unknown_sender:
            return "stranger-request";
        case HeldFor::unclear_request:
            return "unclear-request";
        default:
            return "held";
    }
}

std::string day_of(Instant arrived) {
    return spelt_date(Date{std::chrono::floor<std::chrono::days>(arrived)});
}

}

std::string held_reason(HeldFor reason) {
    switch (reason) {
        case HeldFor::foreign_token:
            return "somebody answered a letter that was sent to another person";
        case HeldFor::forged:
            return "the mail server says that the sender's address is not genuine";
        case HeldFor::shared_address:
            return "several persons share this address";
        case HeldFor::several_cases:
            return "it could belong to more than one case";
        case HeldFor::no_vouching:
            return "nothing vouches for the sender";
        case HeldFor::unknown_sender:
            return "somebody unknown asks for a mentor";
        case HeldFor::unclear_request:
            return "it may be a request for a mentor";
        case HeldFor::danger:
            return "a person should read it before anything is answered";
    }
    assert(false);
    return {};
}

std::vector<Letter> letters_for_held(const Program&, PersonId manager, PersonId president,
                                     const DeskMail& mail, HeldFor reason, Discretion discretion) {
    Letter letter;
    letter.name = letter_name(reason);
    letter.recipient = discretion == Discretion::confidential ? president : manager;
    letter.role = discretion == Discretion::confidential ? "president" : "manager";
    letter.purpose = Purpose::opening;
    letter.step = static_cast<int>(mail.mail.value);
    letter.fields.texts = {
        {"sender", mail.sender}, {"date", day_of(mail.arrived)}, {"reason", held_reason(reason)}};
    if (discretion == Discretion::ordinary) letter.choices = manager_choices(mail);
    return {letter};
}

std::vector<Letter> letters_for_danger(const Program& program, const std::vector<PersonId>& alarmed,
                                       const DeskMail& mail, Danger danger) {
    std::vector<Letter> letters;
    for (std::size_t i = 0; i < alarmed.size(); ++i) {
        Letter letter;
        letter.name = "danger-alarm";
        letter.recipient = alarmed[i];
        letter.role = program.alarm[i];
        letter.fields.texts = {{"sender", mail.sender}, {"date", day_of(mail.arrived)}};
        letter.about = mail.person;
        letter.pace = Pace::alarm;
        letters.push_back(std::move(letter));
    }
    if (danger != Danger::strong) return letters;
    Letter help;
    help.name = "danger-help";
    help.recipient = mail.person;
    help.address = mail.sender;
    help.pace = Pace::alarm;
    letters.push_back(std::move(help));
    return letters;
}

Letter letter_to_unknown(const DeskMail& mail) {
    Letter letter;
    letter.name = "unknown-address";
    letter.address = mail.sender;
    letter.purpose = Purpose::opening;
    letter.step = static_cast<int>(mail.mail.value);
    return letter;
}

Letter letter_about_kept(const std::string& name, PersonId person, InboxId mail) {
    Letter letter;
    letter.name = name;
    letter.recipient = person;
    letter.role = "writer";
    letter.purpose = Purpose::opening;
    letter.step = static_cast<int>(mail.value);
    return letter;
}

std::vector<Choice> yes_or_no() {
    return {{"yes", Takes::nothing, true, false}, {"no", Takes::nothing, false, true}};
}

std::vector<Choice> add_or_new() {
    return {{"add", Takes::nothing, false, false},
            {"new", Takes::nothing, false, false},
            {"neither", Takes::nothing, false, true}};
}

std::vector<std::map<std::string, std::string>> case_rows(const Program& program,
                                                          const std::vector<Case>& cases) {
    std::vector<std::map<std::string, std::string>> rows;
    for (const auto& each : cases) {
        const auto* state = state_named(program, Scope::of_case, each.state);
        rows.push_back({{"number", each.number}, {"says", state ? state->says : std::string()}});
    }
    return rows;
}

std::vector<Choice> manager_choices(const DeskMail& mail) {
    std::vector<Choice> choices;
    if (mail.person != PersonId{}) choices.push_back({"yes", Takes::nothing, true, false});
    choices.push_back({"not-a-request", Takes::nothing, false, true});
    choices.push_back({"for", Takes::person, false, false});
    choices.push_back({"she-is", Takes::person, false, false});
    return choices;
}

Question manager_question(const DeskMail& mail, const std::vector<NamedPerson>& roster, Date today) {
    Question question;
    question.situation = "front-desk";
    question.role = "manager";
    question.choices = manager_choices(mail);
    question.roster = roster;
    question.today = today;
    return question;
}

ManagerDecision manager_decides(const Answer& answer, const DeskMail& mail) {
    if (answer.clarity != Clarity::clear) return AskBack{};
    if (answer.intent == "not-a-request") return LeaveIt{};
    if (answer.intent == "yes") return OpenFor{mail.person};
    if (answer.arguments.person == PersonId{}) return AskBack{};
    if (answer.intent == "she-is") return LearnAddress{answer.arguments.person};
    if (answer.intent == "for") return OpenFor{answer.arguments.person};
    return AskBack{};
}

}
