// SPDX-License-Identifier: MIT
// A letter's template with its fields: mustache's sections decided and repeated, each value a placeholder.
#pragma once

#include <string>

#include "daemon/letters/values.h"
#include "workflow/model/effect.h"
#include "workflow/writing/letter_template.h"

namespace mentoring {

// Markdown with placeholders; what they stand for is kept in `values`. Throws std::invalid_argument when a
// field the template needs has no value, or the template is no mustache.
std::string fill(const LetterTemplate& source, const Letter& letter, Values& values);

}
