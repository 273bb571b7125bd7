// SPDX-License-Identifier: MIT
// What follows from a decision, as data. Rendering, tokens, Message-IDs and delivery belong to the daemon.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "workflow/model/audience.h"
#include "workflow/model/case.h"
#include "workflow/model/identity.h"
#include "workflow/model/person.h"

namespace mentoring {

// What a template may use. `texts` and `rows` are ours; `words` are a person's: set in after rendering,
// escaped, each line marked, never template, markup or link.
struct Fields {
    std::map<std::string, std::string> texts;
    std::map<std::string, std::vector<std::map<std::string, std::string>>> rows;
    std::map<std::string, Words> words;
    std::map<std::string, std::string> flags;  // sections shown when present
};

// What an answer to the letter is about; bound into its token.
enum class Purpose { answer, challenge, evaluation, concern, digest, opening };

// The president alone reads what comes back.
constexpr bool confidential(Purpose purpose) {
    return purpose == Purpose::evaluation || purpose == Purpose::concern || purpose == Purpose::digest;
}

// Receipts go at once, everything else in the receiver's working hours. An alarm goes at once, and no limit
// on how much is written holds it back.
enum class Pace { alarm, at_once, working_hours };

struct Letter {
    std::string name;    // template: "review-request"
    PersonId recipient;  // nobody: `address` is written to, with nothing that confirms who she is
    std::string address;
    std::string role;  // as which she gets it; the gate compares it with each text's audience
    Fields fields;
    Purpose purpose = Purpose::answer;
    int step = 0;                 // what an answer is bound to
    std::vector<Choice> choices;  // what she may answer, printed as words and as mailto links
    int pairing = 0;              // number of the pairing it is about, 0: the case
    std::optional<Answer> said;   // the answer it tells back
    PersonId about;               // whom it tells of: who asked for a call, who is gone
    Pace pace = Pace::working_hours;
    std::chrono::seconds rest{0};
    bool unasked = false;  // a reminder or check-in: counted and spread by the letter budget
};

struct JournalLine {
    std::string what;  // ids, states and proofs; never words of a mail
};

// Kept for the president alone, sealed: all that was answered so far, in place of what was kept before.
struct KeepEvaluation {
    std::vector<std::optional<int>> ratings;
    std::string words;
};
struct KeepConcern {
    int number = 1;  // within the case
    PersonId by;
    std::string words;
    std::string reader;  // office: "president" or "second reader"
};
struct AddressConcern {
    int number = 1;
    std::string how;  // "addressed", "talked-to", "second", "hold-mentor"
};

// Letters of this case that still rest are taken back: all of them, or those to one person.
struct StopLetters {
    std::optional<PersonId> recipient;
    int decision = 0;  // only those of that decision; 0: of any
    int step = 0;      // only those bound to that visit; 0: to any
};

struct PausePerson {
    PersonId person;
    std::optional<Date> until;  // empty: open again
};
struct RestReminders {
    PersonId person;
    Date until;
};
struct ChangeMailings {
    PersonId person;
    Mailings mailings;
};
struct HoldMentor {
    PersonId person;
};

// Her request was none, or she asked: its words go, the row "not kept" stays.
struct ForgetWords {};

using Effect = std::variant<Letter, JournalLine, KeepEvaluation, KeepConcern, AddressConcern, StopLetters,
                            PausePerson, RestReminders, ChangeMailings, HoldMentor, ForgetWords>;

struct Step {
    Case next;
    std::vector<Effect> effects;
};

}
