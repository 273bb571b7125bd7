// SPDX-License-Identifier: MIT
// The first steps of a case that whole runs have in common, each to the letter that somebody answers next.
#pragma once

#include "tests/whole/play.h"

namespace mentoring {

inline constexpr auto sample_request =
    "Dear Marie, I would like to ask for a mentor. My new chief does not listen to me.\n\nAnna";

// Anna Bergen asks; the chair's letter.
ReadLetter review_after_request(Play& play);
// … the chair names Bea Romano; her invitation.
ReadLetter invitation_after_match(Play& play);
// … Bea Romano accepts; the member hears the name.
ReadLetter introduction_after_yes(Play& play);

}
