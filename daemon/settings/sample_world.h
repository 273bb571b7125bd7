// SPDX-License-Identifier: MIT
// People, cases and a mailbox that exist nowhere: what `mentord explain` ties a mail to. The demo's people
// stand in situations.cpp; a file describes others.
//
//     mailbox = "office@example.org"
//     authserv_id = "mx.example.org"
//     [[person]]
//     name = "Dr. Ada Lindqvist"
//     address = "ada@example.net"
//     [[case]]
//     code = "2026-014"                   # in the subject, in our Message-IDs, or office+2026-014@
//     situation = "review"                # what was asked, as --situation
//     asked = "Dr. Ada Lindqvist"
//     parties = ["Dr. Bea Romano"]        # who else has a part in it
//     candidates = ["Dr. Bea Romano"]     # numbered from 1
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "workflow/model/address.h"
#include "workflow/model/answer.h"
#include "workflow/model/fault.h"
#include "workflow/reading/trust.h"

namespace mentoring {

inline constexpr std::size_t sample_people_max = 1000;
inline constexpr std::size_t sample_cases_max = 1000;

struct SamplePerson {
    NamedPerson named;
    Address address;
};

struct SampleCase {
    CaseId id;
    std::string code;
    std::string situation;
    PersonId asked;
    std::vector<PersonId> parties;
    std::vector<NamedPerson> candidates;
};

struct SampleWorld {
    Address mailbox;
    TrustSettings trust;
    std::vector<SamplePerson> people;
    std::vector<SampleCase> cases;
};

// Nothing where the file has a fault, all of which are added to `faults`.
std::optional<SampleWorld> sample_world_from(const std::filesystem::path& file, Faults& faults);

// What a case of that world asks.
std::optional<Question> question_of(const SampleWorld& world, const SampleCase& of, Date today);

}
