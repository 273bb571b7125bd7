// SPDX-License-Identifier: MIT
// A mail that opens with a word of command and goes on in its writer's own words: "DECLINE - she is not a
// member".
#pragma once

#include <optional>

#include "workflow/reading/heard.h"

namespace mentoring {

// Nothing where the mail opens otherwise.
std::optional<Answer> commanded_answer(const Heard& heard);

}
