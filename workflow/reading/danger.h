// SPDX-License-Identifier: MIT
// Words of danger to self or others, of threats by others, and of having no strength left. Errs to yes; a
// negated strong phrase is weak, a figure of speech is none. No diagnosis: it only decides whether two humans
// are told at once (weak), and whether the writer gets the helplines too (strong). Heard are phrases of the
// word files, and what words weigh.
#pragma once

#include <string>
#include <vector>

#include "workflow/model/danger.h"
#include "workflow/model/folded_text.h"
#include "workflow/reading/words.h"

namespace mentoring {

// The whole text counts, quoted and signed lines included: pass all that a human newly sent.
Danger danger_in(const Vocabulary& vocabulary, const FoldedText& text);
// Why it alarms, for whoever may read the mail: phrases as they were written, and the words that weighed
// most.
std::vector<std::string> grounds_of_danger(const Vocabulary& vocabulary, const FoldedText& text);
// As it was written, a line each: its sentences that hold no such words, of either strength.
std::string without_danger(const Vocabulary& vocabulary, const FoldedText& text);

}
