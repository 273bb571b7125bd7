// SPDX-License-Identifier: MIT
#include "daemon/stations/incoming.h"

#include <cassert>

#include "daemon/mail/fold.h"
#include "daemon/mail/read_mail.h"
#include "daemon/store/cases.h"
#include "daemon/store/outbox.h"
#include "workflow/reading/answer.h"
#include "workflow/reading/danger.h"

namespace mentoring {

namespace {

constexpr std::size_t letters_quoted_max = 3;
constexpr std::chrono::hours clock_of_others_max{36};  // a sender's clock may be wrong or in another zone

}

const LoadedProgram& program_for(const Desk& desk, const MailboxSettings& mailbox, CaseId id) {
    if (const auto row = Cases(desk.store).row(id))
        if (const auto* program = program_named(desk.house, row->program)) return *program;
    const auto programs = programs_of(desk.house, mailbox.name);
    assert(!desk.house.programs.empty());
    return programs.empty() ? desk.house.programs.front() : *programs.front();
}

OwnLetters letters_quoted(const Desk& desk, const Evidence& evidence) {
    const auto& claim = evidence.in_address
                            ? evidence.in_address
                            : (evidence.in_references ? evidence.in_references : evidence.in_subject);
    std::vector<std::string> texts;
    if (!claim) return OwnLetters(texts);
    Outbox outbox(desk.store);
    for (const auto& each : outbox.letters_to(claim->person, claim->case_id, letters_quoted_max)) {
        const auto read = read_mail(outbox.bytes(each.id));
        if (const auto* letter = std::get_if<Mail>(&read)) texts.push_back(letter->text);
    }
    return OwnLetters(texts);
}

Answer answer_in(const Desk& desk, const Question& question, const Incoming& incoming, Reading reading) {
    const auto read = [&](const std::string& words) {
        return read_answer(desk.house.vocabulary, fold, question, words, incoming.reply.inline_answers);
    };
    auto answer = read(incoming.reply.words);
    const bool heeds = reading == Reading::heedful && incoming.danger != Danger::none;
    if (!heeds || answer.clarity != Clarity::clear) return answer;
    const auto beside = read(without_danger(desk.house.vocabulary, fold(incoming.reply.words)));
    if (beside.clarity == Clarity::clear && beside.intent == answer.intent) return answer;
    return {Clarity::unclear, {}, {}, "nothing that answers the question"};
}

Date day_of(const Desk& desk, const LoadedProgram& program, const Mail& mail) {
    const bool believable = mail.date && *mail.date<desk.now + clock_of_others_max&& * mail.date> desk.now -
                                             std::chrono::days{30};
    return today_of(program, believable ? *mail.date : desk.now);
}

}
