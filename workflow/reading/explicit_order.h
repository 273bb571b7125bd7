// SPDX-License-Identifier: MIT
// The orders in which mentors are asked, in the explicit words of a chair: "MATCH 1 THEN 3", "2 OR Ada". The
// order's word stands in capitals, among persons and nothing else.
#pragma once

#include <optional>
#include <vector>

#include "workflow/reading/chosen_mentors.h"

namespace mentoring {

std::optional<ChosenMentors> explicit_order(const Vocabulary& vocabulary, const Question& question,
                                            const Passage& passage, const std::vector<Mention>& mentions);

}
