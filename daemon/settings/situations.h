// SPDX-License-Identifier: MIT
// The questions of the demo's sample world: what each situation asks, and who may be named. `mentord explain
// --situation` interprets a body by them, and the reply sets of the tests are scored with them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/model/answer.h"

namespace mentoring {

// review, invitation, guidelines, checkin, closing, evaluation, away, any.
std::vector<std::string> situation_names();
// Nothing where there is no such situation.
std::optional<Question> sample_question(std::string_view situation, Date today);

}
