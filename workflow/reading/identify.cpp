// SPDX-License-Identifier: MIT
#include "workflow/reading/identify.h"

#include <algorithm>

namespace mentoring {

namespace {

bool among(const std::vector<PersonId>& senders, PersonId person) {
    return std::find(senders.begin(), senders.end(), person) != senders.end();
}

// Two persons who share an address are never taken as proven by it.
Proof proof_of(const Evidence& evidence, bool token) {
    const bool vouched = evidence.vouching == Vouching::accepted && evidence.senders.size() == 1;
    return token && vouched ? Proof::strong : Proof::ordinary;
}

Identification by_claim(const Evidence& evidence, const Claim& claim, bool token) {
    if (!among(evidence.senders, claim.person))
        return Doubtful{Doubt::foreign_token, claim.person, claim.case_id};
    return Identified{claim.person, claim.case_id, claim.purpose, claim.step, proof_of(evidence, token),
                      token};
}

Identification by_sender(const Evidence& evidence) {
    if (evidence.senders.empty()) return Doubtful{Doubt::stranger, {}, {}};
    if (evidence.senders.size() > 1) return Doubtful{Doubt::shared_address, {}, {}};
    const auto person = evidence.senders.front();
    if (evidence.open_cases.empty()) return Doubtful{Doubt::no_case, person, {}};
    if (evidence.open_cases.size() > 1) return Doubtful{Doubt::several_cases, person, {}};
    return Identified{person, evidence.open_cases.front(), Purpose::answer, 0, Proof::ordinary, false};
}

}

Identification identify(const Evidence& evidence) {
    if (evidence.vouching == Vouching::failed && !evidence.senders.empty())
        return Doubtful{Doubt::forged, evidence.senders.front(), {}};
    if (evidence.in_address) return by_claim(evidence, *evidence.in_address, true);
    if (evidence.in_references) return by_claim(evidence, *evidence.in_references, true);
    if (evidence.in_subject) return by_claim(evidence, *evidence.in_subject, false);
    return by_sender(evidence);
}

}
