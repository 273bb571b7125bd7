// SPDX-License-Identifier: MIT
// What an answer carries besides its word, taken from the passage: days, rhythm, persons, the writer's own
// words.
#pragma once

#include <string>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/persons.h"
#include "workflow/reading/rhythm.h"
#include "workflow/reading/votes.h"
#include "workflow/reading/when.h"

namespace mentoring {

// What a passage holds that an argument may be made of, found once.
struct Findings {
    std::vector<WrittenDate> dates;
    WrittenRhythm rhythm;
    std::vector<Mention> mentions;
    // By token: part of a date, a rhythm or a name.
    std::vector<char> covered;
};

// `facts` is the same text, read for its facts alone.
Findings findings_of(const Passage& passage, const Passage& facts, const Question& question,
                     const NamedPeople& people);

struct Filled {
    Arguments arguments;
    std::string doubt;  // what is missing or not clear: "no day", "two days"
};

// For every kind but mentors and ratings. `votes` are those of the choice; `sentences` all of the passage.
Filled filled(Takes takes, const Passage& passage, const Passage& facts, const Findings& findings,
              const std::vector<SentenceVotes>& sentences, const std::vector<Vote>& votes, Date today);

// All that is not courtesy, as written.
std::string own_words(const Passage& passage, const std::vector<SentenceVotes>& sentences);

}
