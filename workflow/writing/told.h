// SPDX-License-Identifier: MIT
// One line that tells back what was understood: what was done, what is not clear, what was decided before.
#pragma once

#include <string>

#include "workflow/deciding/roles.h"
#include "workflow/model/effect.h"

namespace mentoring {

// "You matched Dr. Romano and Dr. Nguyen." from the program's sentence for that answer; a part in [ ] is left
// out where the answer brought nothing for it. Empty where the program has no sentence.
std::string told_phrase(const Scene& scene, const Answer& answer);
// "We understood “MATCH” for Dr. Romano; not clear to us: two answers."
std::string understood_phrase(const Scene& scene, const Answer& answer);
// Who answered that step and when; names only whom the reader knows anyway: herself, and who acts in the same
// office. Nothing of what others of the case said.
std::string decided_phrase(const Scene& scene, const Letter& letter);

}
