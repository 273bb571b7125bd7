// SPDX-License-Identifier: MIT
// Who writes, about which case, and how well that is proven. Strongest evidence first: a token in the address
// it was sent to, one of our Message-IDs in its References, the code in its subject; then, for a known sender
// without any of these, her only open case. The sender must be the token's person: a stranger never speaks
// for a case.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "workflow/model/effect.h"
#include "workflow/model/event.h"
#include "workflow/model/identity.h"
#include "workflow/reading/trust.h"

namespace mentoring {

struct Claim {
    CaseId case_id;
    PersonId person;
    Purpose purpose = Purpose::answer;
    int step = 0;
    bool operator==(const Claim&) const = default;
};

// What the shell found, all of it verified by its key.
struct Evidence {
    std::vector<PersonId> senders;  // everybody on the roster who has the From address
    Vouching vouching = Vouching::absent;
    std::optional<Claim> in_address;
    std::optional<Claim> in_references;
    std::optional<Claim> in_subject;  // case and person alone
    std::vector<CaseId> open_cases;   // of the senders, as a party or as the owner of the present state
};

struct Identified {
    PersonId person;
    CaseId case_id;  // 0: known person, letter about no case
    Purpose purpose = Purpose::answer;
    int step = 0;
    Proof proof = Proof::none;
    bool in_our_thread = false;  // a token, one of our Message-IDs or the subject's code: it speaks to us
};

enum class Doubt {
    stranger,        // nobody on the roster has that address, and there is no token
    foreign_token,   // a token, and the sender is not its person
    forged,          // our own server says that From is not genuine
    shared_address,  // several persons have it and nothing tells which
    several_cases,   // no token, and more than one open case
    no_case          // a known person, no token, no open case
};

struct Doubtful {
    Doubt doubt = Doubt::stranger;
    PersonId person;  // the sender where she is known, the token's person for foreign_token
    CaseId case_id;   // the token's case
};

using Identification = std::variant<Identified, Doubtful>;

Identification identify(const Evidence& evidence);

}
