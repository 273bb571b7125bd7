// SPDX-License-Identifier: MIT
// One run of ratings, read from a place of a passage as far as it goes.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "workflow/reading/passage.h"

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

struct RatingScale {
    std::size_t questions = 0;
    int highest = 5;
    std::vector<std::vector<std::string>> stems;  // of each question's words
};

RatingScale rating_scale(const std::vector<std::string>& questions, int highest, const Fold& fold);
// The question whose words the tokens share, where exactly one does so best.
std::optional<std::size_t> question_named(const RatingScale& scale, const std::vector<Token>& tokens,
                                          std::size_t first, std::size_t last);
RatingRun rating_run(const Passage& passage, std::size_t at, const RatingScale& scale);

}
