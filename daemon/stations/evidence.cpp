// SPDX-License-Identifier: MIT
#include "daemon/stations/evidence.h"

#include <algorithm>

#include "daemon/letters/message_id.h"
#include "daemon/letters/subject.h"
#include "daemon/stations/sift.h"
#include "daemon/store/cases.h"
#include "daemon/store/people.h"

namespace mentoring {

namespace {

Claim claim_of(const TokenClaims& claims) {
    return {claims.case_id, claims.person, claims.purpose, claims.step};
}

std::optional<Claim> in_address(const Desk& desk, const Mail& mail) {
    for (const auto& each : addressed_to(mail))
        if (const auto claims = find_token(desk.house.token_keys, each)) return claim_of(*claims);
    // Where the server knows no sub-addresses the prefilled subject carries it.
    if (const auto claims = find_token(desk.house.token_keys, mail.subject)) return claim_of(*claims);
    return std::nullopt;
}

std::optional<Claim> in_references(const Desk& desk, const Mail& mail) {
    const auto claims = token_in_references(desk.house.token_keys, mail.references);
    return claims ? std::optional{claim_of(*claims)} : std::nullopt;
}

// The code binds case and person; without her among the senders it is hers all the same, and the mail is
// held.
std::optional<Claim> in_subject(const Desk& desk, const Mail& mail, const std::vector<PersonId>& senders) {
    const auto found = find_subject_code(mail.subject);
    if (!found) return std::nullopt;
    Cases cases(desk.store);
    for (const auto id : cases.with_number(found->number)) {
        for (const auto person : senders)
            if (is_subject_code(desk.house.token_keys, found->code, id, person))
                return Claim{id, person, Purpose::answer, 0};
        for (const auto& person : People(desk.store).all())
            if (is_subject_code(desk.house.token_keys, found->code, id, person.id))
                return Claim{id, person.id, Purpose::answer, 0};
    }
    return std::nullopt;
}

void add_cases_of_offices(const Desk& desk, PersonId person, std::vector<CaseId>& cases) {
    Cases all(desk.store);
    for (const auto& program : desk.house.programs) {
        const auto offices =
            offices_of(People(desk.store).offices(program.program.name), person, today_of(program, desk.now));
        if (offices.empty()) continue;
        for (const auto id : all.open_in(program.program.name)) {
            const auto row = all.row(id);
            if (row && std::find(offices.begin(), offices.end(), row->owner) != offices.end())
                cases.push_back(id);
        }
    }
}

}

std::vector<CaseId> open_cases_of(const Desk& desk, PersonId person) {
    auto cases = Cases(desk.store).open_of(person);
    add_cases_of_offices(desk, person, cases);
    std::sort(cases.begin(), cases.end());
    cases.erase(std::unique(cases.begin(), cases.end()), cases.end());
    return cases;
}

Evidence evidence_in(const Desk& desk, const MailboxSettings& mailbox, const Mail& mail) {
    Evidence evidence;
    if (const auto address = address_from(mail.from.address))
        evidence.senders = People(desk.store).with_address(*address);
    evidence.vouching = trust_in(mail.fields, mailbox.trust, mail.from.address).verdict;
    evidence.in_address = in_address(desk, mail);
    evidence.in_references = in_references(desk, mail);
    evidence.in_subject = in_subject(desk, mail, evidence.senders);
    if (evidence.senders.size() == 1) evidence.open_cases = open_cases_of(desk, evidence.senders.front());
    return evidence;
}

}
