// SPDX-License-Identifier: MIT
// Which mentors to suggest for a request, and who cannot be asked at all. Text is ranked by the surroundings
// (bm25); here it is weighed with free places, languages and exclusions, and each suggestion gets its reason
// in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workflow/deciding/roles.h"

namespace mentoring {

struct Suggestion {
    PersonId mentor;
    std::string reason;  // "Her profile speaks of burnout and leadership; 1 of 2 places taken."
    int load = 0;
    int capacity = 0;
};

// Up to `suggestions_max`, best first. Left out: the requester, her workplace, whom she named, earlier
// mentors of the case, who is asked already, holders of an office that does not mentor, who shares no
// language with her, whose list of topics she would rather not have meets the request.
std::vector<Suggestion> suggestions(const Scene& scene);
// The same words for one mentor that was suggested before.
Suggestion suggestion_of(const Scene& scene, PersonId mentor);

// Why she cannot be asked in this case, whoever names her; nothing if she can. The words are for the chair:
// what is confidential ("held") is only "not available at present".
std::optional<std::string> obstacle(const Scene& scene, PersonId mentor);
// The same at the moment she says yes, when she is asked already.
std::optional<std::string> obstacle_to_yes(const Scene& scene, PersonId mentor);

}
