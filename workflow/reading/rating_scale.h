// SPDX-License-Identifier: MIT
// What is rated and how high: the questions by their words, and the highest figure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "workflow/model/folded_text.h"
#include "workflow/reading/tokens.h"

namespace mentoring {

struct RatingScale {
    std::size_t questions = 0;
    int highest = 5;
    std::vector<std::vector<std::string>> stems;  // of each question's words
};

RatingScale rating_scale(const std::vector<std::string>& questions, int highest, const Fold& fold);
// The question whose words the tokens share, where exactly one does so best.
std::optional<std::size_t> question_named(const RatingScale& scale, const std::vector<Token>& tokens,
                                          std::size_t first, std::size_t last);

}
