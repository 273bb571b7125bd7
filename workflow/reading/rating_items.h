// SPDX-License-Identifier: MIT
// One run of ratings, read from a place of a passage as far as it goes.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "workflow/reading/passage.h"
#include "workflow/reading/rating_scale.h"

namespace mentoring {

struct RatingRun {
    std::map<std::size_t, std::optional<int>>
        labelled;                          // by question from 0; nothing where she declined to rate
    std::vector<std::optional<int>> bare;  // in order, without label
    bool off_scale = false;
    bool twice = false;                                        // one question rated in two ways
    std::size_t first = 0, last = 0;                           // tokens
    std::vector<std::pair<std::size_t, std::size_t>> remarks;  // tokens beside labelled ratings

    bool empty() const { return labelled.empty() && bare.empty() && !off_scale; }
};

RatingRun rating_run(const Passage& passage, std::size_t at, const RatingScale& scale);

}
