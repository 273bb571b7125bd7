// SPDX-License-Identifier: MIT
#include "daemon/stations/take_mail.h"

#include <algorithm>

#include "daemon/letters/message_id.h"
#include "daemon/mail/fold.h"
#include "daemon/mail/read_mail.h"
#include "daemon/stations/carry_out.h"
#include "daemon/stations/evidence.h"
#include "daemon/stations/moving.h"
#include "daemon/stations/receive.h"
#include "daemon/stations/take_answer.h"
#include "daemon/stations/take_bounce.h"
#include "daemon/stations/take_request.h"
#include "daemon/store/cases.h"
#include "daemon/store/moves.h"
#include "workflow/reading/absence.h"
#include "workflow/reading/danger.h"
#include "workflow/reading/kind.h"
#include "workflow/reading/reply_text.h"

namespace mentoring {

namespace {

const MailboxSettings& mailbox_of_row(const Desk& desk, const InboxRow& row) {
    const auto* mailbox = mailbox_named(desk.house.settings, row.key.mailbox);
    // A row of a mailbox that the settings name no more is read as mail of the first one.
    return mailbox ? *mailbox : desk.house.settings.mailboxes.front();
}

OwnSigns own_signs() {
    OwnSigns signs;
    signs.loop_field = std::string(loop_header);
    return signs;
}

// Her machine answered: her reminders rest in every case she has a part in.
Ruling take_machine(const Desk& desk, const Evidence& evidence, const Mail& mail) {
    Ruling ruling{Verdict::decided, "a machine answered", {}, {}, {}};
    if (evidence.senders.size() != 1) return ruling;
    ruling.person = evidence.senders.front();
    const auto until = return_date(mail, Date{std::chrono::floor<std::chrono::days>(desk.now)});
    for (const auto id : evidence.open_cases) {
        const auto present = Cases(desk.store).load(id);
        const auto* program = present ? program_named(desk.house, present->program) : nullptr;
        if (program) take_event(desk, *program, *present, MachineAnswered{ruling.person, until});
        ruling.case_id = id;
    }
    return ruling;
}

// Danger is looked for in every human mail, whatever else becomes of it.
void look_for_danger(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                     const Identification& who) {
    if (incoming.danger == Danger::none) return;
    desk.alarms.push_back("mail " + std::to_string(incoming.row.id.value) +
                          ": words of danger; two people were written to");
    const auto* known = std::get_if<Identified>(&who);
    const auto present = known ? Cases(desk.store).load(known->case_id) : std::nullopt;
    if (present)
        take_event(desk, program, *present, DangerSeen{known->person, incoming.danger, false});
    else
        raise_danger(desk, program, incoming, incoming.danger);
}

// Nothing tells which of her cases it is about, or it has only opened one: her letters rest in all of them.
void let_letters_rest(const Desk& desk, const Incoming& incoming, const Identification& who,
                      const std::vector<PersonId>& senders) {
    const auto* known = std::get_if<Identified>(&who);
    if (incoming.danger == Danger::none || senders.size() != 1 || (known && known->case_id != CaseId{}))
        return;
    for (const auto id : Cases(desk.store).open_of(senders.front()))
        if (const auto present = Cases(desk.store).load(id))
            take_event(desk, program_for(desk, incoming.mailbox, id), *present,
                       DangerSeen{senders.front(), incoming.danger, true});
}

Ruling take_identified(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                       const Evidence& evidence, const Identification& who) {
    const auto* known = std::get_if<Identified>(&who);
    if (incoming.row.key.folder == incoming.mailbox.folders.request)
        return take_dragged(desk, program, incoming, evidence);
    if (!known) return take_doubtful(desk, program, incoming, std::get<Doubtful>(who));
    if (known->purpose == Purpose::opening) return take_manager(desk, program, incoming, *known);
    return take_answer(desk, program, incoming, *known);
}

Ruling take_human(const Desk& desk, const Incoming& incoming, const Evidence& evidence) {
    const auto who = identify(evidence);
    const auto* known = std::get_if<Identified>(&who);
    const auto& program = program_for(desk, incoming.mailbox, known ? known->case_id : CaseId{});
    look_for_danger(desk, program, incoming, who);
    auto ruling = take_identified(desk, program, incoming, evidence, who);
    let_letters_rest(desk, incoming, who, evidence.senders);
    return ruling;
}

// Words that only the president may read stay hers, also in a mail that nobody could read.
Audience audience_of_claim(const Evidence& evidence) {
    const auto& claim = evidence.in_address ? evidence.in_address : evidence.in_references;
    return claim && confidential(claim->purpose) ? Audience{"president"} : Audience{};
}

struct Seen {
    Incoming incoming;
    Evidence evidence;
    std::optional<Bounce> bounce;
    KindOfMail kind;
};

Seen see(const Desk& desk, const InboxRow& row, const MailboxSettings& mailbox, Mail mail) {
    Seen seen{{row, mailbox, std::move(mail), {}}, {}, {}, {}};
    const auto& read = seen.incoming.mail;
    seen.bounce = read_bounce(read);
    seen.evidence = evidence_in(desk, mailbox, read);
    seen.incoming.reply = reply_text(read.quoted_text, letters_quoted(desk, seen.evidence), read.from.name);
    const bool token = seen.evidence.in_address || seen.evidence.in_references;
    seen.kind = kind_of(read, seen.bounce, seen.incoming.reply.visible, own_signs(),
                        token ? OurToken::borne : OurToken::none);
    if (seen.kind.kind == Kind::human)
        seen.incoming.danger =
            danger_in(desk.house.vocabulary, fold(read.subject + "\n" + seen.incoming.reply.visible));
    return seen;
}

Ruling take_by_kind(const Desk& desk, const Seen& seen) {
    switch (seen.kind.kind) {
        case Kind::own:
            return {Verdict::ignored, "our own mail", {}, {}, {}};
        case Kind::bounce:
            return take_bounce(desk, seen.incoming.mail, *seen.bounce);
        case Kind::automatic:
            return take_machine(desk, seen.evidence, seen.incoming.mail);
        case Kind::list:
            return {Verdict::ignored, "mail of a list", {}, {}, {}};
        case Kind::unreadable:
            return {Verdict::quarantined, seen.kind.why, {}, {}, {}};
        case Kind::human:
            return take_human(desk, seen.incoming, seen.evidence);
    }
    return {Verdict::quarantined, "of no kind", {}, {}, {}};
}

Ruling take_read(const Desk& desk, const InboxRow& row, const MailboxSettings& mailbox, Mail mail) {
    const auto seen = see(desk, row, mailbox, std::move(mail));
    auto ruling = take_by_kind(desk, seen);
    const auto audience = audience_of_claim(seen.evidence);
    if (!audience.empty()) ruling.audience = audience;
    return ruling;
}

Ruling take_without_body(const Desk& desk, const InboxRow& row, const MailboxSettings& mailbox) {
    const auto& program = program_for(desk, mailbox, {});
    if (row.reason == reason_asked_in_subject) return ask_manager_about_subject(desk, program, row);
    tell_unused(desk, program, row, row.reason, "too-big");
    return {Verdict::held, std::string(reason_too_big), {}, {}, row.person};
}

// The keyword says that we have seen to it; our own folder takes what was ours.
void plan_moves(const Desk& desk, const InboxRow& row, const MailboxSettings& mailbox, const Ruling& ruling) {
    if (ruling.verdict == Verdict::ignored || ruling.verdict == Verdict::held) return;
    Moves moves(desk.store);
    moves.add(row.key, Move::Action::mark, our_keyword, desk.now);
    if (mailbox.folders.move_done && !mailbox.folders.done.empty() && row.key.folder != mailbox.folders.done)
        moves.add(row.key, Move::Action::move, mailbox.folders.done, desk.now);
}

// What the header tells of a mail that cannot be read.
std::optional<Mail> header_of(const Desk& desk, InboxId id) {
    const auto raw = Inbox(desk.store).raw(id);
    auto read = read_mail(std::string_view(raw).substr(0, raw.find("\r\n\r\n")));
    auto* mail = std::get_if<Mail>(&read);
    return mail ? std::optional{std::move(*mail)} : std::nullopt;
}

// Who answered a letter of hers with a mail that cannot be read is told.
Ruling take_unreadable(const Desk& desk, const InboxRow& row, const MailboxSettings& mailbox,
                       const std::string& reason) {
    Ruling ruling{Verdict::quarantined, reason, {}, {}, {}};
    const auto header = header_of(desk, row.id);
    if (!header) return ruling;
    const auto evidence = evidence_in(desk, mailbox, *header);
    ruling.audience = audience_of_claim(evidence);
    const auto who = identify(evidence);
    const auto* known = std::get_if<Identified>(&who);
    if (known && known->in_our_thread) ruling.person = known->person;
    return ruling;
}

}

void take_mail(const Desk& desk, const InboxRow& row) {
    const auto& mailbox = mailbox_of_row(desk, row);
    Inbox inbox(desk.store);
    Ruling ruling;
    if (!row.has_body) {
        ruling = take_without_body(desk, row, mailbox);
    } else {
        auto read = read_mail(inbox.raw(row.id));
        auto* unreadable = std::get_if<Unreadable>(&read);
        ruling = unreadable ? take_unreadable(desk, row, mailbox, unreadable->reason)
                            : take_read(desk, row, mailbox, std::move(std::get<Mail>(read)));
    }
    inbox.rule(row.id, ruling, desk.now);
    auto ruled = row;
    ruled.person = ruling.person;
    if (ruling.verdict == Verdict::quarantined) announce_quarantined(desk, ruled, ruling.reason);
    plan_moves(desk, row, mailbox, ruling);
}

void announce_quarantined(const Desk& desk, const InboxRow& row, std::string_view reason) {
    const auto& mailbox = mailbox_of_row(desk, row);
    tell_unused(desk, program_for(desk, mailbox, row.case_id), row, std::string(reason), "unreadable");
}

Audience audience_by_header(const Desk& desk, const InboxRow& row) {
    const auto header = header_of(desk, row.id);
    return header ? audience_of_claim(evidence_in(desk, mailbox_of_row(desk, row), *header)) : Audience{};
}

}
