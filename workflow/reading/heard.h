// SPDX-License-Identifier: MIT
// One mail as heard by one question: its passage, its facts, its votes, and what the question offers.
#pragma once

#include <string_view>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/reading/arguments.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/persons.h"
#include "workflow/reading/votes.h"
#include "workflow/reading/words.h"

namespace mentoring {

struct Heard {
    const Vocabulary& vocabulary;
    const Question& question;
    Passage passage;
    Passage facts;
    Findings findings;
    std::vector<SentenceVotes> sentences;

    // The choice of that name, or of that kind; null where it is not offered.
    const Choice* offered(std::string_view intent) const;
    const Choice* taking(Takes takes) const;
    const std::string& intent_of(const Sign& sign) const;
};

// Points into `text`, `vocabulary` and `question`.
Heard heard(const Vocabulary& vocabulary, const Question& question, const NamedPeople& people,
            const FoldedText& text);

Answer unclear(std::string_view doubt, std::string_view intent = {}, Arguments arguments = {});
Answer clear(const Choice& choice, Arguments arguments);

}
