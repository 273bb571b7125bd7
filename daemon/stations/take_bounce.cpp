// SPDX-License-Identifier: MIT
#include "daemon/stations/take_bounce.h"

#include <algorithm>

#include "daemon/stations/carry_out.h"
#include "daemon/stations/one_item.h"
#include "daemon/stations/post.h"
#include "daemon/stations/sift.h"
#include "daemon/store/cases.h"
#include "daemon/store/journal.h"
#include "daemon/store/people.h"

namespace mentoring {

namespace {

// 5.1.x: no such mailbox, no such host. Everything else that is permanent may be the letter's fault or ours.
bool address_is_dead(const std::string& status) {
    return status.starts_with("5.1.");
}

bool concerns_content(const std::string& status) {
    return status.starts_with("5.7.") || status.starts_with("5.6.");
}

void tell_case(const Desk& desk, const OutboxRow& letter, bool permanent) {
    const auto* program = program_named(desk.house, letter.program);
    const auto present = Cases(desk.store).load(letter.case_id);
    if (!program || !present) return;
    take_event(desk, *program, *present,
               LetterBounced{letter.letter, letter.recipient, letter.step, permanent});
}

void tell_manager(const Desk& desk, const OutboxRow& letter) {
    const auto* program = program_named(desk.house, letter.program);
    if (!program || letter.letter == "bounced") return;
    const auto surroundings = surroundings_of(desk, *program, Case{});
    Letter notice;
    notice.name = "bounced";
    notice.recipient = acting_in(desk, *program, "manager");
    notice.role = "manager";
    notice.fields.texts["reason"] =
        concerns_content(letter.status) ? "a mail server refused its content" : "a mail server refused it";
    const auto person = surroundings.people.find(letter.recipient);
    if (person != surroundings.people.end()) notice.fields.texts["other_name"] = person->second.name;
    post(desk, *program, surroundings, notice, {nullptr, "letter " + std::to_string(letter.id), {}});
}

void take_failure(const Desk& desk, const OutboxRow& letter, bool permanent) {
    if (permanent && address_is_dead(letter.status)) {
        if (const auto address = address_from(letter.envelope_to); address && letter.recipient != PersonId{})
            People(desk.store).mark_dead(letter.recipient, *address, desk.now);
    }
    // The case tells the manager itself that somebody cannot be reached.
    const bool unreachable = permanent && !concerns_content(letter.status);
    if (letter.case_id != CaseId{}) tell_case(desk, letter, unreachable);
    if (permanent && !(unreachable && letter.case_id != CaseId{})) tell_manager(desk, letter);
}

std::optional<OutboxRow> letter_behind(const Desk& desk, const Mail& mail, const Bounce& bounce) {
    Outbox outbox(desk.store);
    if (!bounce.returned.message_id.empty())
        if (auto found = outbox.with_message_id(bounce.returned.message_id)) return found;
    for (const auto& each : mail.references)
        if (auto found = outbox.with_message_id(each)) return found;
    // A return path of its own (VERP): the newest letter of that case, person and step.
    auto carriers = addressed_to(mail);
    carriers.push_back(bounce.returned.reply_to);
    carriers.push_back(bounce.returned.subject);
    for (const auto& each : carriers) {
        const auto claims = find_token(desk.house.token_keys, each);
        if (!claims) continue;
        for (auto& letter : outbox.letters_to(claims->person, claims->case_id, 20))
            if (letter.step == claims->step) return std::move(letter);
    }
    return std::nullopt;
}

}

void take_refusal(Store& store, const House& house, const OutboxRow& letter, Instant now) {
    std::vector<std::string> alarms;
    const auto failure = failure_of(store, [&] { take_failure({store, house, now, alarms}, letter, true); });
    if (failure) Journal(store).add({letter.case_id, 0, now, "a refusal could not be decided: " + *failure});
}

Ruling take_bounce(const Desk& desk, const Mail& mail, const Bounce& bounce) {
    auto letter = letter_behind(desk, mail, bounce);
    if (!letter) return {Verdict::decided, "a bounce of no letter of ours", {}, {}, {}};
    letter->status = bounce.status;
    const bool permanent = bounce.permanence == Permanence::permanent;
    if (permanent) Outbox(desk.store).bounced(letter->id, bounce.status, desk.now);
    take_failure(desk, *letter, permanent);
    return {Verdict::decided, permanent ? "a bounce" : "a delay", {}, letter->case_id, letter->recipient};
}

}
