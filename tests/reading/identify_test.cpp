// SPDX-License-Identifier: MIT
#include "workflow/reading/identify.h"

#include <catch2/catch.hpp>

using namespace mentoring;

namespace {

constexpr PersonId ruth{1}, eve{2}, anna{3};
const Claim ruths{CaseId{14}, ruth, Purpose::answer, 3};

Evidence from(std::vector<PersonId> senders, Vouching vouching = Vouching::accepted) {
    Evidence evidence;
    evidence.senders = std::move(senders);
    evidence.vouching = vouching;
    return evidence;
}

}

TEST_CASE("a token, its person's address and our server's word are strong proof") {
    auto evidence = from({ruth});
    evidence.in_address = ruths;
    const auto found = std::get<Identified>(identify(evidence));
    CHECK(found.person == ruth);
    CHECK(found.case_id == CaseId{14});
    CHECK(found.step == 3);
    CHECK(found.proof == Proof::strong);
}

TEST_CASE("whatever is missing makes the proof ordinary") {
    const auto proof = [](Evidence evidence) { return std::get<Identified>(identify(evidence)).proof; };
    auto unvouched = from({ruth}, Vouching::absent);
    unvouched.in_address = ruths;
    CHECK(proof(unvouched) == Proof::ordinary);  // nobody vouches for From
    auto shared = from({ruth, anna});
    shared.in_address = ruths;
    CHECK(proof(shared) == Proof::ordinary);  // two persons read that mailbox
    auto subject = from({ruth});
    subject.in_subject = ruths;
    CHECK(proof(subject) == Proof::ordinary);  // a subject is no secret
    auto bare = from({ruth});
    bare.open_cases = {CaseId{14}};
    CHECK(proof(bare) == Proof::ordinary);  // her only open case
}

TEST_CASE("a stranger with a token, a forged sender and an open question are held") {
    const auto doubt = [](Evidence evidence) { return std::get<Doubtful>(identify(evidence)).doubt; };
    auto stolen = from({eve});
    stolen.in_address = ruths;
    CHECK(doubt(stolen) == Doubt::foreign_token);  // somebody of the roster, not the token's person
    auto unknown = from({});
    unknown.in_subject = ruths;
    CHECK(doubt(unknown) == Doubt::foreign_token);  // nobody of the roster
    auto forged = from({ruth}, Vouching::failed);
    forged.in_address = ruths;
    CHECK(doubt(forged) == Doubt::forged);
    CHECK(doubt(from({})) == Doubt::stranger);
    CHECK(doubt(from({ruth, anna})) == Doubt::shared_address);
    CHECK(doubt(from({ruth})) == Doubt::no_case);
    auto torn = from({ruth});
    torn.open_cases = {CaseId{14}, CaseId{15}};
    CHECK(doubt(torn) == Doubt::several_cases);
}

TEST_CASE("the strongest evidence decides") {
    auto evidence = from({ruth});
    evidence.in_address = ruths;
    evidence.in_references = Claim{CaseId{9}, ruth, Purpose::answer, 1};
    evidence.in_subject = Claim{CaseId{8}, anna, Purpose::answer, 0};
    CHECK(std::get<Identified>(identify(evidence)).case_id == CaseId{14});
}
