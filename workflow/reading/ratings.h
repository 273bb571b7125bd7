// SPDX-License-Identifier: MIT
// The ratings a text gives to a row of questions, in the notations people use: "5 5 4 5", "Q2: 4/5", "five",
// "★★★★☆", "all fives", "Response: 4", or one under each quoted question. What is beside them is the comment.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workflow/model/folded_text.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/quoted_answer.h"
#include "workflow/reading/words.h"

namespace mentoring {

struct WrittenRatings {
    std::vector<std::optional<int>> values;  // one place a question
    std::string comment;
    bool any = false;   // at least one rating, or one declined, was found
    std::string doubt;  // why the figures cannot be used: "a figure that is not on the scale"
};

struct RatedQuestions {
    std::vector<std::string> questions;  // as the letter printed them
    int highest = 5;
};

WrittenRatings written_ratings(const Passage& passage, const RatedQuestions& rated, const Fold& fold);
WrittenRatings ratings_below(const std::vector<QuotedAnswer>& answers, const RatedQuestions& rated,
                             const Fold& fold, const Vocabulary& words);

}
