// SPDX-License-Identifier: MIT
// How often two people mean to meet: "monthly", "every three weeks", "una vez al mes".
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/reading/passage.h"

namespace mentoring {

struct WrittenRhythm {
    std::optional<Rhythm> rhythm;
    bool several = false;                                     // two different ones: none is taken
    std::vector<std::pair<std::size_t, std::size_t>> places;  // tokens
};

WrittenRhythm written_rhythm(const Passage& passage);

}
