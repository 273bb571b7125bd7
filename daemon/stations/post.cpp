// SPDX-License-Identifier: MIT
#include "daemon/stations/post.h"

#include <algorithm>
#include <cassert>
#include <stdexcept>

#include "daemon/letters/message_id.h"
#include "daemon/letters/render.h"
#include "daemon/letters/subject.h"
#include "daemon/mail/write_mail.h"
#include "daemon/store/catching_up.h"
#include "daemon/store/inbox.h"
#include "daemon/store/markers.h"
#include "daemon/store/outbox.h"
#include "daemon/store/people.h"
#include "workflow/deciding/budget.h"
#include "workflow/writing/fields.h"

namespace mentoring {

namespace {

constexpr std::size_t thread_letters_max = 20;
constexpr std::size_t unasked_looked_at_max = 40;

// What is known of one letter while it is written.
struct Writing {
    const Desk& desk;
    const LoadedProgram& program;
    const Surroundings& surroundings;
    const Letter& letter;
    const Occasioned& occasioned;
    const Person* recipient = nullptr;
    std::string token;
};

// Answers that only the president may read go to a mailbox of their own where there is one.
const MailboxSettings& answers_go_to(const Writing& writing) {
    const auto& own = mailbox_of(writing.desk.house, writing.program);
    const auto& name = writing.desk.house.settings.evaluation_mailbox;
    if (name.empty() || !confidential(writing.letter.purpose)) return own;
    const auto* other = mailbox_named(writing.desk.house.settings, name);
    return other ? *other : own;
}

CaseId case_of(const Writing& writing) {
    return writing.occasioned.of ? writing.occasioned.of->id : CaseId{};
}

std::string to_address(const Writing& writing) {
    if (!writing.recipient) return writing.letter.address;
    return writing.recipient->addresses.empty() ? std::string() : writing.recipient->addresses.front();
}

std::string prefix_of(const Writing& writing) {
    SubjectParts parts;
    if (!writing.recipient || !writing.recipient->discreet) parts.program_code = writing.program.program.code;
    if (writing.occasioned.of && writing.recipient) {
        parts.number = writing.occasioned.of->number;
        parts.code =
            make_subject_code(writing.desk.house.token_keys.front(), case_of(writing), writing.recipient->id);
    }
    return subject_prefix(parts);
}

RenderContext context_of(const Writing& writing) {
    const auto& mailbox = answers_go_to(writing);
    RenderContext context;
    context.subject_prefix = prefix_of(writing);
    context.answer_address =
        to_string(answer_address(mailbox.address, sub_addressing(mailbox), writing.token));
    context.answer_subject = answer_subject(context.subject_prefix, mailbox.plus == PlusAddressing::no
                                                                        ? std::string_view(writing.token)
                                                                        : std::string_view());
    context.layout = writing.program.letters.layout;
    return context;
}

// Every letter to her in this case, oldest first, then the mail it answers.
std::vector<std::string> thread_of(const Writing& writing) {
    std::vector<std::string> thread;
    if (writing.occasioned.of && writing.recipient) {
        for (const auto& each : Outbox(writing.desk.store)
                                    .letters_to(writing.recipient->id, case_of(writing), thread_letters_max))
            thread.insert(thread.begin(), each.message_id);
    }
    if (writing.occasioned.mail.value == 0) return thread;
    const auto mail = Inbox(writing.desk.store).load(writing.occasioned.mail);
    const bool hers = mail && writing.recipient && mail->person == writing.recipient->id;
    if (hers && !mail->message_id.empty()) thread.push_back(mail->message_id);
    return thread;
}

const LetterTemplate& template_of(const Writing& writing) {
    const auto& letters = writing.program.letters.letters;
    const auto found = letters.find(writing.letter.name);
    if (found == letters.end()) throw std::invalid_argument("no letter \"" + writing.letter.name + "\"");
    return found->second;
}

std::string bytes_of(const Writing& writing, const std::string& message_id) {
    const auto rendered = render(template_of(writing), writing.letter, context_of(writing));
    const auto& mailbox = mailbox_of(writing.desk.house, writing.program);
    OutgoingMail mail;
    const bool discreet = writing.recipient && writing.recipient->discreet;
    mail.from_name = discreet ? mailbox.display_name : writing.program.program.title;
    mail.from_address = to_string(mailbox.address);
    mail.to_name = writing.recipient ? writing.recipient->name : std::string();
    mail.to_address = to_address(writing);
    mail.reply_to = context_of(writing).answer_address;
    mail.subject = rendered.subject;
    mail.message_id = message_id;
    mail.references = thread_of(writing);
    if (!mail.references.empty()) mail.in_reply_to = mail.references.back();
    mail.date = writing.desk.now;
    mail.utc_offset = offset_at(writing.surroundings.calendar.zone, writing.desk.now);
    mail.kind = writing.letter.choices.empty() ? OutgoingKind::notice : OutgoingKind::letter;
    mail.loop_name = std::string(loop_header);
    mail.loop_value = mailbox.address.domain;
    mail.text = rendered.text;
    mail.html = rendered.html;
    return write_mail(mail);
}

Audience audience_of(const Letter& letter) {
    Audience readers;
    bool first = true;
    for (const auto& [name, words] : letter.fields.words) {
        Audience both;
        std::set_intersection(readers.begin(), readers.end(), words.readers.begin(), words.readers.end(),
                              std::inserter(both, both.end()));
        readers = first ? words.readers : both;
        first = false;
    }
    if (confidential(letter.purpose)) readers = {"president"};
    return readers;
}

std::string return_path(const Writing& writing, const MailboxSettings& mailbox) {
    if (!mailbox.verp) return to_string(mailbox.address);
    return to_string(answer_address(mailbox.address, sub_addressing(mailbox), writing.token));
}

// When the unasked letters left that she had, or will leave.
std::vector<Instant> unasked_before(const Writing& writing) {
    std::vector<Instant> instants;
    if (!writing.recipient) return instants;
    for (const auto& each :
         Outbox(writing.desk.store).letters_to(writing.recipient->id, {}, unasked_looked_at_max))
        if (each.unasked) instants.push_back(each.not_before);
    return instants;
}

// What is decided anew after a restore was most likely sent before the loss. What came since is answered.
std::string held_because(const Writing& writing, const MailboxSettings& mailbox) {
    const auto restored = CatchingUp(writing.desk.store).restored(mailbox.name);
    if (!restored) return {};
    const auto mail = Inbox(writing.desk.store).load(writing.occasioned.mail);
    return mail && mail->arrived > *restored ? std::string()
                                             : "decided anew after a restore: it may have gone out before";
}

NewLetter row_of(const Writing& writing, Instant not_before) {
    const auto& mailbox = mailbox_of(writing.desk.house, writing.program);
    NewLetter row;
    row.mailbox = mailbox.name;
    row.program = writing.program.program.name;
    row.case_id = case_of(writing);
    row.decision = writing.occasioned.of ? writing.occasioned.of->decisions : 0;
    row.period = writing.occasioned.of ? std::string() : writing.occasioned.period;
    row.recipient = writing.letter.recipient;
    row.letter = writing.letter.name;
    row.role = writing.letter.role;
    row.step = writing.letter.step;
    row.purpose = writing.letter.purpose;
    row.message_id = make_message_id(writing.token, random_unique(), mailbox.address.domain);
    row.envelope_from = return_path(writing, mailbox);
    row.envelope_to = to_address(writing);
    row.bytes = bytes_of(writing, row.message_id);
    row.not_before = not_before;
    row.audience = audience_of(writing.letter);
    row.unasked = writing.letter.unasked;
    row.return_headers_only = confidential(writing.letter.purpose);
    row.after = writing.letter.purpose == Purpose::digest ? AfterSending::erase : AfterSending::keep;
    row.held = held_because(writing, mailbox);
    return row;
}

bool from_recipient(const Writing& writing) {
    const auto mail = Inbox(writing.desk.store).load(writing.occasioned.mail);
    if (!mail || !writing.recipient) return true;
    const auto& addresses = writing.recipient->addresses;
    return std::find(addresses.begin(), addresses.end(), mail->sender) != addresses.end();
}

// What may go round in circles with somebody's machine. A clear answer that is told back does not, nor what a
// case's next person is asked because of it: both have the bound of the case.
bool may_circle(const Writing& writing) {
    if (writing.occasioned.mail.value == 0) return false;
    const auto& said = writing.letter.said;
    const bool told_back = said && said->clarity == Clarity::clear;
    return !writing.occasioned.of || (!told_back && from_recipient(writing));
}

// Why it is not sent at all; empty: it is.
std::string obstacle(const Writing& writing) {
    if (writing.recipient && writing.recipient->standing == Standing::gone) return "she is gone";
    const auto address = to_address(writing);
    if (!address_from(address)) return "no address";
    if (writing.letter.pace == Pace::alarm) return {};
    const auto day_ago = writing.desk.now - std::chrono::hours{24};
    Outbox outbox(writing.desk.store);
    const auto most = writing.desk.house.settings.budget.answers_a_day;
    if (may_circle(writing) && outbox.queued_to(address, writing.letter.name, day_ago) >= most)
        return "too many answers to one address in a day";
    if (!writing.occasioned.of) return {};
    const auto today = outbox.of_case(case_of(writing));
    const auto recent = std::count_if(today.begin(), today.end(),
                                      [&](const OutboxRow& each) { return each.queued > day_ago; });
    return recent >= letters_of_case_a_day_max ? "too many letters in one case in a day" : std::string();
}

bool bears_notice(const Writing& writing) {
    return writing.letter.fields.flags.contains("notice") &&
           template_of(writing).body.find("{{#notice}}") != std::string::npos;
}

// Another letter of the same turn may have changed her row meanwhile.
void mark_noticed(const Writing& writing) {
    People(writing.desk.store).change(writing.recipient->id, [](Person& person) { person.noticed = true; });
}

const Person* person_in(const Surroundings& surroundings, PersonId id) {
    const auto found = surroundings.people.find(id);
    return found == surroundings.people.end() ? nullptr : &found->second;
}

}

void post(const Desk& desk, const LoadedProgram& program, const Surroundings& surroundings,
          const Letter& letter, const Occasioned& occasioned) {
    Letter filled = letter;
    fill_fields(filled, occasioned.of ? program_of(program, *occasioned.of) : program.program,
                occasioned.of ? *occasioned.of : Case{}, surroundings, desk.now);
    Writing writing{
        desk, program, surroundings, filled, occasioned, person_in(surroundings, letter.recipient), {}};
    writing.token = make_token(desk.house.token_keys.front(),
                               {case_of(writing), letter.recipient, letter.purpose, letter.step});
    Outbox outbox(desk.store);
    const auto suppress = [&](const std::string& why) {
        outbox.suppress({case_of(writing), letter.recipient, letter.address, letter.name, why, desk.now});
    };
    if (const auto why = obstacle(writing); !why.empty()) return suppress(why);
    const auto leaves = within_budget(program.program, filled, writing.recipient, surroundings,
                                      unasked_before(writing), desk.now);
    if (!leaves) return suppress("enough unasked letters");
    outbox.enqueue(row_of(writing, *leaves), desk.now);
    if (bears_notice(writing)) mark_noticed(writing);
}

}
