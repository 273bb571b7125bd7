// SPDX-License-Identifier: MIT
// What comes round by the calendar and belongs to no single case: the president's digest, offices that end
// soon. Pure: the caller tells when it last looked and what the store holds.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "workflow/model/effect.h"
#include "workflow/model/program.h"
#include "workflow/model/surroundings.h"

namespace mentoring {

struct DueOccasion {
    std::string name;    // "digest"
    std::string period;  // "2026-11", "2026-Q4", "2026": the key under which it happens once
    Instant due{};
};

// Every occasion of the program that fell due in (last, now], at nine on its day; of several missed ones only
// the latest. "monthly" is the first of each month and covers the month before.
std::vector<DueOccasion> due_occasions(const Program& program, const Calendar& calendar, Instant last,
                                       Instant now);

struct DigestEvaluation {
    std::string number;  // of the case
    std::vector<std::optional<int>> ratings;
    std::string comment;
};
struct DigestConcern {
    std::string number;
    Instant raised{};
    std::string words;  // empty: she had them in their own letter
};
struct DigestMatter {
    std::vector<DigestEvaluation> evaluations;  // since the last digest
    std::vector<DigestConcern> concerns;        // open ones
};

// Nothing new: no letter. `reader` is who digest_reader() names for the cases in it.
std::optional<Letter> digest(const Program& program, const Surroundings& surroundings, PersonId reader,
                             const DigestMatter& matter, Instant now);
// Who gets what of that case by a digest: the holder of the office that the occasion's letter names (the
// president), or who stands in where she is a party. Nobody: PersonId{}.
PersonId digest_reader(const Program& program, const Case& of, const Surroundings& surroundings, Instant now);

inline constexpr std::chrono::days office_ends_soon{30};

// To the manager, for each office whose holder's last day is within 30 days and whom nobody follows yet.
struct EndingOffice {
    Holding holding;
    std::string period;  // "chair 2026-12-31": told once
};
std::vector<EndingOffice> ending_offices(const Program& program, const Surroundings& surroundings,
                                         Instant now);
std::optional<Letter> who_follows(const Program& program, const Surroundings& surroundings,
                                  const EndingOffice& ending, Instant now);

}
