// SPDX-License-Identifier: MIT
// What in a mail is nothing but courtesy: greeting, thanks, farewell, a name, a telephone number.
#pragma once

#include <vector>

#include "workflow/reading/passage.h"

namespace mentoring {

// `explained` marks the tokens that any table knows, `covered` those that something else explains: names,
// dates.
bool is_courtesy(const Passage& passage, const std::vector<char>& explained, const std::vector<char>& covered,
                 const Sentence& sentence);

// "…, Ruth": names we need not know, alone in their clause.
bool is_vocative(const Passage& passage, const std::vector<char>& explained, const Clause& clause);

}
