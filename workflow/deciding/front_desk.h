// SPDX-License-Identifier: MIT
// Mail that belongs to no case yet: who asks, who is unknown, what is held. The manager is asked in one line
// and answers with one word; nothing here touches a case. A letter of the front desk is bound to the mail it
// is about: its step is the number of the mail's row, its purpose `opening`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "workflow/model/effect.h"
#include "workflow/model/event.h"
#include "workflow/model/person.h"
#include "workflow/model/program.h"

namespace mentoring {

// Why a mail is put to a human. Each has its phrase (held_reason); no words of the mail.
enum class HeldFor {
    foreign_token,  // the sender is not the person whose letter is answered
    forged,         // our own server says that the sender is not genuine
    shared_address,
    several_cases,
    no_vouching,
    unknown_sender,   // a stranger asks for a mentor
    unclear_request,  // a member's mail may ask for a mentor
    danger            // nothing is asked of its writer; the phrase does not say why
};
std::string held_reason(HeldFor reason);

// What the front desk knows of a mail.
struct DeskMail {
    InboxId mail;
    std::string sender;  // address of From
    PersonId person;     // where her address is one person's
    Instant arrived{};
};

// A mail is held: the manager hears sender, time and reason. Where the mail may hold what only the president
// reads
// (`confidential`), it is put to her instead.
enum class Discretion { ordinary, confidential };
std::vector<Letter> letters_for_held(const Program& program, PersonId manager, PersonId president,
                                     const DeskMail& mail, HeldFor reason, Discretion discretion);

// Words of danger in a mail of no case: each alarm office, and – when they are strong – the sender herself.
std::vector<Letter> letters_for_danger(const Program& program, const std::vector<PersonId>& alarmed,
                                       const DeskMail& mail, Danger danger);

// To somebody unknown: short, neither confirms membership nor quotes.
Letter letter_to_unknown(const DeskMail& mail);

// To a person about a mail that only she can say something about; bound to it, without its words.
Letter letter_about_kept(const std::string& name, PersonId person, InboxId mail);
std::vector<Choice> yes_or_no();
std::vector<Choice> add_or_new();
// Her open cases as a numbered list: number and state in words.
std::vector<std::map<std::string, std::string>> case_rows(const Program& program,
                                                          const std::vector<Case>& cases);

// What the manager may answer to a held mail, an unclear request or a stranger's: YES only where it is known
// for whom.
std::vector<Choice> manager_choices(const DeskMail& mail);
Question manager_question(const DeskMail& mail, const std::vector<NamedPerson>& roster, Date today);

struct OpenFor {
    PersonId mentee;
};
struct LearnAddress {
    PersonId mentee;  // SHE IS Dr. X: the sender's address may be hers
};
struct LeaveIt {};
struct AskBack {};
using ManagerDecision = std::variant<OpenFor, LearnAddress, LeaveIt, AskBack>;

// Her answer about that mail; YES opens for its sender where she is known.
ManagerDecision manager_decides(const Answer& answer, const DeskMail& mail);

}
