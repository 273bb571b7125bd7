// SPDX-License-Identifier: MIT
#include "daemon/stations/take_request.h"

#include <algorithm>

#include "daemon/mail/fold.h"
#include "daemon/mail/read_mail.h"
#include "daemon/stations/carry_out.h"
#include "daemon/stations/evidence.h"
#include "daemon/stations/post.h"
#include "daemon/stations/sift.h"
#include "daemon/stations/take_kept.h"
#include "daemon/store/cases.h"
#include "daemon/store/markers.h"
#include "daemon/store/people.h"
#include "workflow/deciding/front_desk.h"
#include "workflow/deciding/question.h"
#include "workflow/reading/answer.h"
#include "workflow/reading/request.h"

namespace mentoring {

namespace {

std::string period_of(InboxId mail) {
    return "mail " + std::to_string(mail.value);
}

DeskMail desk_mail(const Desk& desk, const InboxRow& row) {
    const auto address = address_from(row.sender);
    const auto senders = address ? People(desk.store).with_address(*address) : std::vector<PersonId>{};
    return {row.id, row.sender, senders.size() == 1 ? senders.front() : PersonId{}, row.arrived};
}

void post_all(const Desk& desk, const LoadedProgram& program, const InboxRow& row,
              const std::vector<Letter>& letters) {
    const auto surroundings = surroundings_of(desk, program, Case{});
    for (const auto& each : letters)
        post(desk, program, surroundings, each, {nullptr, period_of(row.id), row.id});
}

Ruling hold(const Desk& desk, const LoadedProgram& program, const InboxRow& row, PersonId person,
            HeldFor reason, Discretion discretion = Discretion::ordinary) {
    post_all(
        desk, program, row,
        letters_for_held(program.program, acting_in(desk, program, "manager"),
                         acting_in(desk, program, "president"), desk_mail(desk, row), reason, discretion));
    return {Verdict::held,
            held_reason(reason),
            discretion == Discretion::confidential ? Audience{"president"} : Audience{"manager"},
            {},
            person};
}

int year_of(const LoadedProgram& program, Instant now) {
    return static_cast<int>(today_of(program, now).year());
}

// manager+mentor@…: whoever writes there means us.
bool to_our_detail(const Incoming& incoming) {
    const auto addresses = addressed_to(incoming.mail);
    return std::any_of(addresses.begin(), addresses.end(), [&](const std::string& each) {
        const auto address = address_from(each);
        return address && incoming.mailbox.plus != PlusAddressing::no &&
               !detail_of(*address, detail_separator(incoming.mailbox)).empty();
    });
}

Ruling take_member(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                   PersonId person) {
    const auto asking = asking_of(desk, incoming);
    const auto row = People(desk.store).load(person);
    const bool meant = asking == Asking::request || (asking == Asking::unclear && to_our_detail(incoming));
    if (meant && row && row->member)
        return open_case(desk, program,
                         {person, person, "mentee", incoming.reply.visible,
                          !incoming.mail.attachments.empty(), incoming.row.id});
    if (asking != Asking::not_a_request)
        return hold(desk, program, incoming.row, person, HeldFor::unclear_request);
    if (for_a_human_first(incoming)) return hold_for_a_human(desk, program, incoming, person);
    return {Verdict::ignored, "not a request", {}, {}, person};
}

Ruling take_stranger(const Desk& desk, const LoadedProgram& program, const Incoming& incoming) {
    if (asking_of(desk, incoming) != Asking::request && !to_our_detail(incoming))
        return {Verdict::ignored, "a stranger's mail that asks for nothing of ours", {}, {}, {}};
    // Strong words have brought a letter already, and it is the only one.
    if (incoming.danger != Danger::strong)
        post_all(desk, program, incoming.row, {letter_to_unknown(desk_mail(desk, incoming.row))});
    return hold(desk, program, incoming.row, {}, HeldFor::unknown_sender);
}

// Once a case: it may be she herself from another address, or somebody who reads her mail.
void tell_whose_letter_it_was(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                              const Doubtful& doubtful) {
    const auto once = "foreign answer " + std::to_string(doubtful.case_id.value) + " " +
                      std::to_string(doubtful.person.value);
    if (doubtful.person == PersonId{} || !Markers(desk.store).first_time(once, desk.now)) return;
    const auto present = Cases(desk.store).load(doubtful.case_id).value_or(Case{});
    Letter letter;
    letter.name = "answer-from-elsewhere";
    letter.recipient = doubtful.person;
    letter.role = "writer";
    const auto surroundings = surroundings_of(desk, program, present);
    const bool known = present.id != CaseId{};
    post(desk, program, surroundings, letter, {known ? &present : nullptr, period_of(incoming.row.id), {}});
}

bool is_mentee(const Desk& desk, PersonId person, const std::vector<CaseId>& cases) {
    return std::any_of(cases.begin(), cases.end(), [&](CaseId each) {
        const auto present = Cases(desk.store).load(each);
        return present && present->mentee == person;
    });
}

bool answers_clearly(const Desk& desk, const Incoming& incoming, PersonId person, CaseId id) {
    const auto& program = program_for(desk, incoming.mailbox, id);
    const auto present = Cases(desk.store).load(id);
    if (!present) return false;
    const auto asked = question_for(program_of(program, *present), *present,
                                    surroundings_of(desk, program, *present), person, 0, desk.now);
    return asked && read_answer(desk.house.vocabulary, fold, asked->question, incoming.reply.words,
                                incoming.reply.inline_answers)
                            .clarity == Clarity::clear;
}

// Her daily mail to the manager is not ours only because she has cases; what is plainly an answer is.
Ruling take_of_several(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                       PersonId person) {
    if (for_a_human_first(incoming)) return hold_for_a_human(desk, program, incoming, person);
    const auto cases = open_cases_of(desk, person);
    if (asking_of(desk, incoming) == Asking::request && is_mentee(desk, person, cases))
        return ask_whether_new(desk, program, incoming, person);
    const bool answers = std::any_of(cases.begin(), cases.end(), [&](CaseId each) {
        return answers_clearly(desk, incoming, person, each);
    });
    if (answers || to_our_detail(incoming)) return ask_which_case(desk, program, incoming, person, cases);
    return {Verdict::ignored, "not for us", {}, {}, person};
}

bool may_be_confidential(const Desk& desk, const Mail& mail) {
    const auto addresses = addressed_to(mail);
    return std::any_of(addresses.begin(), addresses.end(), [&](const std::string& each) {
        const auto claims = find_token(desk.house.token_keys, each);
        return claims && confidential(claims->purpose);
    });
}

std::vector<NamedPerson> roster(const Desk& desk) {
    std::vector<NamedPerson> named;
    for (const auto& each : People(desk.store).all()) named.push_back({each.id, each.name});
    return named;
}

// Carries out what the manager said about a held mail.
class ManagerDeciding {
public:
    ManagerDeciding(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                    const Identified& who, const InboxRow& about, DeskMail mail)
        : desk_(desk),
          program_(program),
          incoming_(incoming),
          who_(who),
          about_(about),
          mail_(std::move(mail)) {}

    Ruling operator()(const OpenFor& open) {
        auto request = request_kept(desk_, about_.id, open.mentee);
        request.by = who_.person;
        request.by_role = "manager";
        const auto ruling = open_case(desk_, program_, request);
        Inbox(desk_.store).rule(about_.id, ruling, desk_.now);
        const bool of_hers = open.mentee == mail_.person;
        return {Verdict::decided,
                of_hers ? "opened a case for its sender" : "opened a case for somebody named",
                {},
                ruling.case_id,
                who_.person};
    }
    // Confirmed from an address that we know; where none is left to write to, by the manager's strong word.
    Ruling operator()(const LearnAddress& learn) {
        const auto address = address_from(about_.sender);
        const auto person = People(desk_.store).load(learn.mentee);
        if (!address || !person) return (*this)(AskBack{});
        Inbox inbox(desk_.store);
        if (!person->addresses.empty()) {
            inbox.rule(about_.id, ask_whether_hers(desk_, program_, about_, learn.mentee), desk_.now);
            return {Verdict::decided, "asked whether an address is hers", {}, {}, who_.person};
        }
        if (who_.proof != Proof::strong) return (*this)(AskBack{});
        People(desk_.store).learn_address(learn.mentee, *address, People::Rank::first, desk_.now);
        inbox.release(about_.id, desk_.now);
        return {Verdict::decided, "an address is hers", {}, {}, who_.person};
    }
    Ruling operator()(const LeaveIt&) {
        Inbox(desk_.store)
            .rule(about_.id, {Verdict::forgotten, "the manager said no", {}, {}, {}}, desk_.now);
        return {Verdict::decided, "left a mail alone", {}, {}, who_.person};
    }
    Ruling operator()(const AskBack&) {
        Letter letter;
        letter.name = "unclear";
        letter.recipient = who_.person;
        letter.role = "manager";
        letter.purpose = Purpose::opening;
        letter.step = who_.step;
        letter.choices = manager_choices(mail_);
        post_all(desk_, program_, incoming_.row, {letter});
        return {Verdict::decided, "asked back", {}, {}, who_.person};
    }

private:
    const Desk& desk_;
    const LoadedProgram& program_;
    const Incoming& incoming_;
    const Identified& who_;
    const InboxRow& about_;
    DeskMail mail_;
};

}

Ruling open_case(const Desk& desk, const LoadedProgram& program, const Request& request) {
    Opened opened;
    opened.number = Cases(desk.store).next_number(program.program.name, year_of(program, desk.now));
    opened.mentee = request.mentee;
    opened.by = request.by;
    opened.by_role = request.by_role;
    opened.opening = program.program.openings.front().name;
    opened.words = request.words;
    opened.attachments = request.attachments;
    opened.mail = request.mail;
    Case fresh;
    fresh.program = program.program.name;
    fresh.version = program.program.version;
    const auto id = take_event(desk, program, fresh, opened, request.mail);
    return {Verdict::decided, "opened a case", {}, id, request.mentee};
}

Asking asking_of(const Desk& desk, const Incoming& incoming) {
    return read_request(desk.house.vocabulary, fold(incoming.mail.subject), fold(incoming.reply.words));
}

Request request_kept(const Desk& desk, InboxId mail, PersonId mentee) {
    Request request{mentee, mentee, "mentee", {}, false, mail};
    auto read = read_mail(Inbox(desk.store).raw(mail));
    if (const auto* found = std::get_if<Mail>(&read)) {
        request.words = reply_text(found->quoted_text, {}, found->from.name).visible;
        request.attachments = !found->attachments.empty();
    }
    return request;
}

Ruling take_dragged(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                    const Evidence& evidence) {
    if (evidence.senders.empty()) return hold(desk, program, incoming.row, {}, HeldFor::unknown_sender);
    if (evidence.senders.size() > 1) return hold(desk, program, incoming.row, {}, HeldFor::shared_address);
    const auto mentee = evidence.senders.front();
    return open_case(desk, program,
                     {mentee, acting_in(desk, program, "manager"), "manager", incoming.reply.visible,
                      !incoming.mail.attachments.empty(), incoming.row.id});
}

Ruling take_doubtful(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                     const Doubtful& doubtful) {
    const auto discretion =
        may_be_confidential(desk, incoming.mail) ? Discretion::confidential : Discretion::ordinary;
    const auto held = [&](HeldFor reason) {
        return hold(desk, program, incoming.row, {}, reason, discretion);
    };
    switch (doubtful.doubt) {
        case Doubt::stranger:
            return take_stranger(desk, program, incoming);
        case Doubt::no_case:
            return take_member(desk, program, incoming, doubtful.person);
        case Doubt::foreign_token:
            tell_whose_letter_it_was(desk, program, incoming, doubtful);
            return held(HeldFor::foreign_token);
        case Doubt::forged:
            return held(HeldFor::forged);
        case Doubt::shared_address:
            return held(HeldFor::shared_address);
        case Doubt::several_cases:
            return take_of_several(desk, program, incoming, doubtful.person);
    }
    return held(HeldFor::foreign_token);
}

Ruling take_manager(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                    const Identified& who) {
    const auto about = Inbox(desk.store).load(InboxId{who.step});
    if (about && waits_for_her(*about, who.person)) return take_kept(desk, program, incoming, who, *about);
    if (!about || who.person != acting_in(desk, program, "manager"))
        return {Verdict::decided, "not the manager's to answer", {}, {}, who.person};
    if (about->verdict != Verdict::held)
        return {Verdict::decided, "about a mail that was seen to already", {}, {}, who.person};
    const auto mail = desk_mail(desk, *about);
    const auto question = manager_question(mail, roster(desk), day_of(desk, program, incoming.mail));
    const auto answer = answer_in(desk, question, incoming, Reading::plain);
    ManagerDeciding deciding(desk, program, incoming, who, *about, mail);
    return std::visit(deciding, manager_decides(answer, mail));
}

bool for_a_human_first(const Incoming& incoming) {
    return incoming.danger != Danger::none && incoming.row.reason != reason_released;
}

Ruling hold_for_a_human(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                        PersonId person) {
    return hold(desk, program, incoming.row, person, HeldFor::danger);
}

Ruling ask_manager_about_subject(const Desk& desk, const LoadedProgram& program, const InboxRow& row) {
    tell_manager(desk, program, row, "stranger-request", held_reason(HeldFor::unknown_sender));
    return {Verdict::held, row.reason, {"manager"}, {}, {}};
}

void tell_unused(const Desk& desk, const LoadedProgram& program, const InboxRow& row,
                 const std::string& reason, const std::string& notice) {
    tell_manager(desk, program, row, "held", reason);
    if (row.person == PersonId{}) return;
    Letter letter;
    letter.name = notice;
    letter.recipient = row.person;
    letter.role = "writer";
    post_all(desk, program, row, {letter});
}

void tell_manager(const Desk& desk, const LoadedProgram& program, const InboxRow& row,
                  const std::string& letter, const std::string& reason, InboxId occasion) {
    Letter notice;
    notice.name = letter;
    notice.recipient = acting_in(desk, program, "manager");
    notice.role = "manager";
    notice.purpose = Purpose::opening;
    notice.step = static_cast<int>(row.id.value);
    notice.fields.texts = {{"sender", row.sender}, {"reason", reason}};
    notice.fields.texts["date"] = iso_date(today_of(program, row.arrived));
    const auto mail = occasion == InboxId{} ? row.id : occasion;
    post(desk, program, surroundings_of(desk, program, Case{}), notice, {nullptr, period_of(mail), mail});
}

void raise_danger(const Desk& desk, const LoadedProgram& program, const Incoming& incoming, Danger danger) {
    std::vector<PersonId> alarmed;
    for (const auto& each : program.program.alarm) alarmed.push_back(acting_in(desk, program, each));
    // Somebody always hears of it.
    for (auto& each : alarmed)
        for (const auto& office : program.program.offices)
            if (each == PersonId{}) each = acting_in(desk, program, office.name);
    post_all(desk, program, incoming.row,
             letters_for_danger(program.program, alarmed, desk_mail(desk, incoming.row), danger));
}

}
