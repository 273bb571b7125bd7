// SPDX-License-Identifier: MIT
// What can happen to a case. Mail, due waits, bounces and operators all come through this one door.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/model/danger.h"
#include "workflow/model/identity.h"
#include "workflow/model/instant.h"

namespace mentoring {

// `ordinary`: the right sender, our thread. `strong`: the step's token, an address of hers, and what the
// mailbox's trust settings accept.
enum class Proof { none, ordinary, strong };

// A new case: `by` is who opened it (the mentee herself, or an office for somebody else).
struct Opened {
    std::string number;
    PersonId mentee;
    PersonId by;
    std::string by_role = "mentee";
    std::string opening;  // name in the program, "request"
    std::string words;    // the request, new words only
    bool attachments = false;
    InboxId mail;
};

// One mail's answer. `step` is the visit its token names, 0 where it carried none.
struct Answered {
    PersonId by;
    std::string role;
    int step = 0;
    Answer answer;
    Proof proof = Proof::none;
    InboxId mail;
};

// A plain YES to our challenge: the unproven decision counts as proven.
struct Confirmed {
    PersonId by;
    int step = 0;
    bool yes = true;
};

struct WaitDue {
    int step = 0;
    std::string name;
};

// A letter that could not be delivered. Permanent: that address is dead.
struct LetterBounced {
    std::string letter;
    PersonId recipient;
    int step = 0;
    bool permanent = false;
};

// Her machine answered; with a date, her reminders rest until then.
struct MachineAnswered {
    PersonId person;
    std::optional<Date> until;
};

// `alarmed`: the humans and she have been written to already, about no case or another one.
struct DangerSeen {
    PersonId person;
    Danger danger = Danger::weak;
    bool alarmed = false;
};

struct PersonGone {
    PersonId person;
};

struct OfficeChanged {
    std::string office;
    PersonId former;
};

// The operator's `case move`.
struct Moved {
    std::string state;
};

using Event = std::variant<Opened, Answered, Confirmed, WaitDue, LetterBounced, MachineAnswered, DangerSeen,
                           PersonGone, OfficeChanged, Moved>;

}
