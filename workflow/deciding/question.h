// SPDX-License-Identifier: MIT
// What a person may say now, from the program's table: reading asks it to understand her mail, letters print
// it as their choices. Both see the same, so a letter never offers what would not be taken.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/model/case.h"
#include "workflow/model/effect.h"
#include "workflow/model/instant.h"
#include "workflow/model/program.h"
#include "workflow/model/surroundings.h"

namespace mentoring {

// `past`: the step is over; only what may be said at any time is still offered, and an answer hears what was
// decided.
enum class Timeliness { present, past };

struct Asked {
    Question question;  // `today` is the caller's to set: the mail's own date in the programme's zone
    std::string role;   // as which she is asked; where she has several, the one that the step waits for
    int step = 0;       // put this into Answered
    int pairing = 0;    // number of the pairing that is asked about, 0: the case
    Timeliness timeliness = Timeliness::present;
};

// `step` is the visit her token names, 0 where the mail carried none: then all that she may say anywhere in
// this case. Nothing: she has no part in it. For Purpose::challenge the question is a plain yes or no.
std::optional<Asked> question_for(const Program& program, const Case& of, const Surroundings& surroundings,
                                  PersonId person, int step, Instant now, Purpose purpose = Purpose::answer);

// What a letter about its visit prints for its reader: the answers of the visit first; those of any time only
// in HELP, and where the visit asks her nothing. Ratings are offered by letters of that purpose alone, whose
// answers go where only their reader looks.
std::vector<Choice> choices_for(const Program& program, const Case& of, const Surroundings& surroundings,
                                const Letter& letter, Instant now);

}
