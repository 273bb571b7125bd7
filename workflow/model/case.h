// SPDX-License-Identifier: MIT
// One request and what became of it: a mentee, the mentors asked for her, their pairings, what is waited for.
// Plain data; workflow/deciding makes the next case from this one, daemon/store keeps it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/model/audience.h"
#include "workflow/model/identity.h"
#include "workflow/model/instant.h"

namespace mentoring {

// A meeting that took place: its date and mode, and nothing of what was said.
struct Meeting {
    Date date;
    std::optional<MeetingMode> mode;
    bool operator==(const Meeting&) const = default;
};

// One thing that falls due in one state visit. `name` is the position in the program's table ("after 0"),
// or "cadence", or "concern 1";
// after `sent` of its repeats it is due again at `due`.
struct Wait {
    int step = 0;
    std::string name;
    Instant due{};
    int sent = 0;
    bool operator==(const Wait&) const = default;
};

// A mentor asked for this case, and what the two of them have going. States stand under [pairing] of the
// program.
struct Pairing {
    int number = 1;  // within the case, from 1
    PersonId mentor;
    std::string role = "invited";  // until the member has said yes to her name: then "mentor"
    std::string state;             // "asked", "introducing", "guidelines", "under-way", "closing", "ended"
    int step = 0;                  // the visit of that state, from the case's counter
    Instant since{};
    int turn = 0;                     // place in "1 THEN 3"
    std::string owner;                // office that took the present state over
    std::string outcome;              // of an ended one: "declined", "silent", "another", "closed", …
    std::string proposed_by;          // role that proposed what is to be confirmed now
    std::optional<Date> given;        // day that came with the answer which led here: a pause's end
    std::set<std::string> confirmed;  // roles that have said so in the present state
    std::optional<Rhythm> rhythm;
    std::optional<Date> until;
    std::optional<Date> agreed;
    std::optional<Instant> accepted;  // when the mentor said yes
    bool known = false;               // the member said yes to her, or waived it: she may know who it is
    std::vector<Meeting> meetings;
    std::map<std::string, Words> words;  // guidelines a–d, the statement
    bool operator==(const Pairing&) const = default;
};

// A decision that needs strong proof and came with less: kept until the person says YES to our question.
struct Unproven {
    int step = 0;
    PersonId by;
    std::string role;
    Answer answer;
    InboxId mail;
    Instant until{};
};

// A decision told back: who answered what at which step, for answers that come too late and for UNDO.
struct Told {
    int step = 0;
    std::string role;
    std::string intent;
    Instant at{};
    PersonId by;
    bool operator==(const Told&) const = default;
};

// A visit that is over: what was asked there, for answers that come late.
struct PastVisit {
    int step = 0;
    int pairing = 0;
    std::string state;
    bool operator==(const PastVisit&) const = default;
};

// Letters that still rest: whose decision UNDO takes back, and until when.
struct Resting {
    PersonId by;
    int decision = 0;
    Instant until{};
    bool operator==(const Resting&) const = default;
};

// A concern that was sealed and sent; its words are not kept here.
struct Concern {
    int number = 1;  // within the case
    Instant at{};
    bool addressed = false;
    bool operator==(const Concern&) const = default;
};

struct Case {
    CaseId id;
    std::string program;
    int version = 1;     // of the program's structure
    std::string number;  // "2026-014", printed in subjects
    PersonId mentee;
    std::string state;
    int step = 0;       // the present visit of `state`
    int steps = 0;      // counter of visits, of case and pairings alike
    int decisions = 0;  // rises with every committed step
    Instant opened{};
    Instant since{};  // when `state` was entered
    std::string
        owner;  // office that took over the present state by PASS or escalation; empty: the state's own
    std::vector<Pairing> pairings;
    std::vector<Wait> waits;
    std::map<std::string, Words> words;  // "request", "line", "wishes", "reason", form fields
    std::vector<PersonId> suggested;     // as numbered in the review letter
    std::vector<PersonId> not_to_ask;
    InvitationOrder order = InvitationOrder::together;
    int invited_from = 1;            // number of the first pairing of the present round of invitations
    bool attachments = false;        // files came with the request; they are not passed on
    bool anyone_is_fine = false;     // she waived YES or ANOTHER
    std::set<PersonId> danger_rest;  // unasked letters to them rest until a human says go on
    std::vector<std::optional<int>> ratings;  // of an evaluation under way
    std::set<std::string> excused;            // offices that passed: the deputy acts in this case
    std::vector<Concern> concerns;
    std::optional<Unproven> unproven;
    std::vector<Told> told;
    std::vector<PastVisit> past;
    std::optional<Resting> resting;
    // At most one: the case as it was before the decision whose letters still rest, for UNDO. Erased with it.
    std::vector<Case> before;
};

}
