// SPDX-License-Identifier: MIT
// What each sentence of a passage says about the choices of a question, and what makes it doubtful.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/words.h"

namespace mentoring {

enum class Strength { yes_or_no, hint, says, command };

struct Vote {
    const Choice* choice = nullptr;
    Strength strength = Strength::hint;
    bool by_command_word = false;
    bool gives_reason = false;  // the phrase itself is the reason
    bool by_denial = false;     // said by denying another answer
    std::size_t sentence = 0;
    std::size_t first = 0, last = 0;  // tokens of the phrase
    bool of_another = false;          // of or about somebody else: "my chief is swamped"
};

struct SentenceVotes {
    std::vector<Vote> votes;
    std::vector<const Choice*> denied;      // negated, and saying nothing else by it
    std::vector<const Choice*> questioned;  // named in a question that asserts nothing
    unsigned doubts = 0;
    std::size_t unexplained = 0;  // words that no table knows
    bool social = false;          // greeting, thanks, name, nothing
    bool thanks = false;
    bool asked = false;
    bool polite = false;      // a wish in the form of a question
    bool permission = false;  // "can we …?": perhaps a wish
    bool enquires = false;    // "could you tell me …"
    bool topical = false;
    bool of_member = false;        // and is about whom the request is for, not about whom it may be given to
    bool unresolved_yes = false;   // a yes or no that no choice takes
    bool concedes_back = false;    // opens with "but": what stood before it is conceded
    std::size_t decides_from = 0;  // token behind the last "but" that gave away what stood before it
};

// One entry a sentence of the passage. `covered` marks tokens that something else explains: names, dates.
std::vector<SentenceVotes> votes_of(const Vocabulary& words, const Question& question, const Passage& passage,
                                    const std::vector<char>& covered);

}
