// SPDX-License-Identifier: MIT
// The visits a case is in: one of the case itself, one for each pairing that runs. Each has a step of its
// own, which tokens name and waits belong to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workflow/model/case.h"
#include "workflow/model/program.h"

namespace mentoring {

struct Visit {
    const State* state = nullptr;
    int pairing = 0;  // number; 0: the case
    int step = 0;
};

// The case first, then its pairings by number.
std::vector<Visit> visits(const Program& program, const Case& of);
std::optional<Visit> visit_at(const Program& program, const Case& of, int step);
// The visit of the case, or of one pairing; nothing where that pairing has ended or was not asked yet.
std::optional<Visit> visit_of(const Program& program, const Case& of, int pairing);

const Pairing* pairing_numbered(const Case& of, int number);
Pairing* pairing_numbered(Case& of, int number);
// Asked or later, and not ended.
bool running(const Pairing& pairing);
// The mentor has said yes, and nothing has ended it.
bool accepted(const Pairing& pairing);
bool final(const Program& program, const Case& of);

}
