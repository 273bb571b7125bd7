// SPDX-License-Identifier: MIT
#include "daemon/stations/take_request.h"

#include <algorithm>

#include "daemon/mail/fold.h"
#include "daemon/mail/read_mail.h"
#include "daemon/stations/carry_out.h"
#include "daemon/stations/post.h"
#include "daemon/stations/sift.h"
#include "daemon/store/cases.h"
#include "daemon/store/people.h"
#include "workflow/deciding/front_desk.h"
#include "workflow/reading/answer.h"
#include "workflow/reading/request.h"

namespace mentoring {

namespace {

std::string period_of(InboxId mail) {
    return "mail " + std::to_string(mail.value);
}

PersonId in_office(const Desk& desk, const LoadedProgram& program, std::string_view office) {
    return holder_of(People(desk.store).offices(program.program.name), office, today_of(program, desk.now));
}

DeskMail desk_mail(const InboxRow& row, PersonId person) {
    return {row.id, row.sender, person, row.arrived};
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
        letters_for_held(program.program, in_office(desk, program, "manager"),
                         in_office(desk, program, "president"), desk_mail(row, person), reason, discretion));
    return {Verdict::held,
            held_reason(reason),
            discretion == Discretion::confidential ? Audience{"president"} : Audience{"manager"},
            {},
            person};
}

int year_of(const LoadedProgram& program, Instant now) {
    return static_cast<int>(today_of(program, now).year());
}

struct Request {
    PersonId mentee;
    PersonId by;
    std::string by_role = "mentee";
    std::string words;
    bool attachments = false;
    InboxId mail;
};

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
    return {Verdict::ignored, "not a request", {}, {}, person};
}

Ruling take_stranger(const Desk& desk, const LoadedProgram& program, const Incoming& incoming) {
    if (asking_of(desk, incoming) != Asking::request && !to_our_detail(incoming))
        return {Verdict::ignored, "a stranger's mail that asks for nothing of ours", {}, {}, {}};
    post_all(desk, program, incoming.row, {letter_to_unknown(desk_mail(incoming.row, {}))});
    return hold(desk, program, incoming.row, {}, HeldFor::unknown_sender);
}

bool may_be_confidential(const Desk& desk, const Mail& mail) {
    const auto addresses = addressed_to(mail);
    return std::any_of(addresses.begin(), addresses.end(), [&](const std::string& each) {
        const auto claims = find_token(desk.house.token_keys, each);
        return claims && (claims->purpose == Purpose::evaluation || claims->purpose == Purpose::concern ||
                          claims->purpose == Purpose::digest);
    });
}

// What the kept mail says, for a case that the manager opens from it.
Request request_from(const Desk& desk, InboxId mail, PersonId mentee, PersonId manager) {
    Request request{mentee, manager, "manager", {}, false, mail};
    auto read = read_mail(Inbox(desk.store).raw(mail));
    if (const auto* kept = std::get_if<Mail>(&read)) {
        request.words = reply_text(kept->quoted_text).visible;
        request.attachments = !kept->attachments.empty();
    }
    return request;
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
                    const Identified& who, const InboxRow& about)
        : desk_(desk), program_(program), incoming_(incoming), who_(who), about_(about) {}

    Ruling operator()(const OpenFor& open) {
        const auto ruling =
            open_case(desk_, program_, request_from(desk_, about_.id, open.mentee, who_.person));
        Inbox(desk_.store).rule(about_.id, ruling, desk_.now);
        return {Verdict::decided, "opened a case for her", {}, ruling.case_id, who_.person};
    }
    Ruling operator()(const LearnAndOpen& learn) {
        const auto address = address_from(about_.sender);
        if (who_.proof != Proof::strong || !address) return (*this)(AskBack{});
        People(desk_.store).learn_address(learn.mentee, *address, People::Rank::last, desk_.now);
        return (*this)(OpenFor{learn.mentee});
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
        letter.choices = manager_question({}, {}).choices;
        post_all(desk_, program_, incoming_.row, {letter});
        return {Verdict::decided, "asked back", {}, {}, who_.person};
    }

private:
    const Desk& desk_;
    const LoadedProgram& program_;
    const Incoming& incoming_;
    const Identified& who_;
    const InboxRow& about_;
};

}

Ruling take_dragged(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                    const Evidence& evidence) {
    if (evidence.senders.empty()) return hold(desk, program, incoming.row, {}, HeldFor::unknown_sender);
    if (evidence.senders.size() > 1) return hold(desk, program, incoming.row, {}, HeldFor::shared_address);
    const auto mentee = evidence.senders.front();
    return open_case(desk, program,
                     {mentee, in_office(desk, program, "manager"), "manager", incoming.reply.visible,
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
            return held(HeldFor::foreign_token);
        case Doubt::forged:
            return held(HeldFor::forged);
        case Doubt::shared_address:
            return held(HeldFor::shared_address);
        case Doubt::several_cases:
            // Her daily mail to the manager is not ours only because she has cases.
            if (!to_our_detail(incoming)) return {Verdict::ignored, "not for us", {}, {}, doubtful.person};
            return held(HeldFor::several_cases);
    }
    return held(HeldFor::foreign_token);
}

Ruling take_manager(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                    const Identified& who) {
    const auto about = Inbox(desk.store).load(InboxId{who.step});
    if (!about || who.person != in_office(desk, program, "manager"))
        return {Verdict::decided, "not the manager's to answer", {}, {}, who.person};
    if (about->verdict != Verdict::held)
        return {Verdict::decided, "about a mail that was seen to already", {}, {}, who.person};
    const auto senders = address_from(about->sender)
                             ? People(desk.store).with_address(*address_from(about->sender))
                             : std::vector<PersonId>{};
    const auto mail = desk_mail(*about, senders.size() == 1 ? senders.front() : PersonId{});
    const auto answer = read_answer(desk.house.vocabulary, fold,
                                    manager_question(roster(desk), day_of(desk, program, incoming.mail)),
                                    incoming.reply.words, incoming.reply.inline_answers);
    ManagerDeciding deciding(desk, program, incoming, who, *about);
    return std::visit(deciding, manager_decides(answer, mail));
}

Ruling ask_manager_about_subject(const Desk& desk, const LoadedProgram& program, const InboxRow& row) {
    tell_manager(desk, program, row, "stranger-request", held_reason(HeldFor::unknown_sender));
    return {Verdict::held, row.reason, {"manager"}, {}, {}};
}

void tell_too_big(const Desk& desk, const LoadedProgram& program, const InboxRow& row) {
    tell_manager(desk, program, row, "held", row.reason);
    if (row.person == PersonId{}) return;
    Letter letter;
    letter.name = "too-big";
    letter.recipient = row.person;
    letter.role = "writer";
    post_all(desk, program, row, {letter});
}

void tell_manager(const Desk& desk, const LoadedProgram& program, const InboxRow& row,
                  const std::string& letter, const std::string& reason) {
    Letter notice;
    notice.name = letter;
    notice.recipient = in_office(desk, program, "manager");
    notice.role = "manager";
    notice.purpose = Purpose::opening;
    notice.step = static_cast<int>(row.id.value);
    notice.fields.texts = {{"sender", row.sender}, {"reason", reason}};
    notice.fields.texts["date"] = iso_date(today_of(program, row.arrived));
    post_all(desk, program, row, {notice});
}

void raise_danger(const Desk& desk, const LoadedProgram& program, const Incoming& incoming, Danger danger) {
    std::vector<PersonId> alarmed;
    for (const auto& each : program.program.alarm) alarmed.push_back(in_office(desk, program, each));
    const auto address = address_from(incoming.row.sender);
    const auto senders = address ? People(desk.store).with_address(*address) : std::vector<PersonId>{};
    post_all(desk, program, incoming.row,
             letters_for_danger(program.program, alarmed,
                                desk_mail(incoming.row, senders.size() == 1 ? senders.front() : PersonId{}),
                                danger));
}

}
