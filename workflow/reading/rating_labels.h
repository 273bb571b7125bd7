// SPDX-License-Identifier: MIT
// How a rating names its question in running words: "question 3", "the third", "Q2", "the 2nd one".
#pragma once

#include <cstddef>
#include <optional>

#include "workflow/reading/passage.h"

namespace mentoring {

struct RatingLabel {
    std::size_t question = 0;  // from 0
    std::size_t count = 1;     // of questions, from that one
    std::size_t last = 0;      // the token behind it
    bool numbered = false;     // "question 3", not "the third"
};

// The label beginning at `at`; nothing where there is none of `questions`.
std::optional<RatingLabel> rating_label(const Passage& passage, std::size_t at, std::size_t questions);

// "the first three", "the last two questions", beginning at `at`.
std::optional<RatingLabel> label_of_several(const Passage& passage, std::size_t at, std::size_t questions);

// Behind the words that only join: "is a", ", which gets a", ":". At most joining_words_max of them.
std::size_t behind_joining_words(const Passage& passage, std::size_t at);

// Behind "except", "but", "only" and the words that join; nothing where no such word stands at `at`.
std::optional<std::size_t> behind_exception(const Passage& passage, std::size_t at, std::size_t questions);

// "PGY-3": no rating.
bool is_of_a_title(const Passage& passage, std::size_t at);

// Whether what stands at `at` is counted by the figure before it: "5 weeks".
bool is_counted(const Passage& passage, std::size_t at);

inline constexpr std::size_t joining_words_max = 5;

}
