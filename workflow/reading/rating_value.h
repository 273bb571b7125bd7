// SPDX-License-Identifier: MIT
// One rating as people write it: "4", "4/5", "four out of five", "4 stars", "★★★★☆", "n/a".
#pragma once

#include <cstddef>
#include <optional>

#include "workflow/reading/passage.h"
#include "workflow/reading/rating_scale.h"

namespace mentoring {

struct RatingValue {
    std::optional<int> rating;  // nothing where she declined to rate
    bool off_scale = false;     // or on another scale than ours
    std::size_t last = 0;       // the token behind it
};

// The rating that begins at `at`; nothing where none does.
std::optional<RatingValue> rating_value(const Passage& passage, std::size_t at, const RatingScale& scale);

// A row of stars, or a figure or number word with the scale named behind it; 0 where that scale is not ours.
// `at` moves behind it.
std::optional<int> rated_by_stars(const Passage& passage, std::size_t& at);
std::optional<int> rated_by_figure(const Passage& passage, std::size_t& at, const RatingScale& scale);

}
