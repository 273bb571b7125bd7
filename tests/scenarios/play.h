// SPDX-License-Identifier: MIT
// Plays a transcript: the lines of what happens, then what followed. A chair can read it. Lines that may
// stand above "---":
//
//   request of Nora: WORDS                         a member asks for a mentor
//   mail from Ruth: match 1 2                      an understood answer: intent, then what it brings; words
//                                                  after "|"; (ordinary) or (none) for a weaker proof,
//                                                  (first letter) to answer the first letter of hers that
//                                                  offered it, (no token) to answer none
//   unclear from Ruth: two answers                 what reading could not make one answer of
//   Ruth confirms | Ruth denies                    the plain YES or NO to our challenge
//   machine of Bea [until 2026-12-20]              an automatic answer
//   pass 3 working days                            time goes by, whatever is due happens
//   down for 10 days                               the daemon is not running meanwhile
//   bounce of review-request to Ruth | delay of …  a letter that did not arrive
//   danger weak in a mail of Nora
//   gone: Bea | office chair: Dana | move to review
//   Bea has no place left | Bea is held | Nora gets files with it
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/scenarios/town.h"
#include "workflow/deciding/question.h"

namespace mentoring {

// What of the program was used: "pairing asked on accept", "state review after 2", "state inviting
// exhausted".
using Coverage = std::set<std::string>;

// A letter with its fields, and what its reader may answer at the moment she gets it.
struct PlayedLetter {
    Letter letter;
    std::optional<Asked> asked;
};

// The whole transcript with what really followed; the letters it brought.
std::string play(const std::string& transcript, Coverage& coverage, std::vector<PlayedLetter>& letters);
// Everything a transcript can use of that program.
Coverage all_of(const Program& program);

}
