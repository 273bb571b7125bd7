// SPDX-License-Identifier: MIT
// The newly written words of a mail: without quotations (marked, unmarked, our own letters), without what
// mail programs and list servers add, without signature. Words between and below quoted lines are found and
// tied to the lines that they stand under. An empty result is an empty answer: it is asked back, never
// guessed at. Linear in the length of the text; of a longer body than `lines_read_max` the rest is not read
// for words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/reading/own_letters.h"
#include "workflow/reading/quoted_answer.h"

namespace mentoring {

constexpr std::size_t lines_read_max = 5'000;

struct Reply {
    std::string visible;                       // as a reader would show it: with greeting and closing
    std::string words;                         // to be understood: without the closing and the name under it
    std::vector<QuotedAnswer> inline_answers;  // those of the words that stand under quoted lines, in order
    bool quotes = false;                       // something was quoted
    bool forwarded = false;                    // the mail hands on another one and says nothing before it
};

// `text` is Mail::quoted_text, `sender` the writer's display name: alone in the last line it is no answer.
Reply reply_text(std::string_view text, const OwnLetters& own = {}, std::string_view sender = {});

}
