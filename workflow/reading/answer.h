// SPDX-License-Identifier: MIT
// Makes one answer of the new words of a mail, in the vocabulary that its question offers. What is not
// clearly said is unclear, with a doubt in our words and what was understood filled in: negation, condition,
// postponement, alternative, exclusion, contradiction, a question, thanks only, words meant for somebody
// else.
#pragma once

#include <string_view>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/model/folded_text.h"
#include "workflow/reading/quoted_answer.h"
#include "workflow/reading/words.h"

namespace mentoring {

// Only the first answer_octets_max octets are interpreted.
inline constexpr std::size_t answer_octets_max = 16 * 1024;

// `new_words` is the visible reply; `inline_answers` are those of its lines that stand under quoted lines of
// ours.
Answer read_answer(const Vocabulary& vocabulary, const Fold& fold, const Question& question,
                   std::string_view new_words, const std::vector<QuotedAnswer>& inline_answers = {});

}
