// SPDX-License-Identifier: MIT
// How mail programs say "wrote" above a quotation, language by language.
#pragma once

#include <string>
#include <vector>

#include "workflow/reading/plain_letters.h"

namespace mentoring {

// In plain letters (plain_letters.h). To add a language, add its words to the table.
const std::vector<std::string>& words_for_wrote();
// The first words of such a line ("On", "Am", "Le"), one form a language.
const Openings& words_before_a_date();

}
