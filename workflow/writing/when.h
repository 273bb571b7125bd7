// SPDX-License-Identifier: MIT
// The day a letter names: by when an answer is asked, or by when she hears next where nothing is asked of
// her. Taken from the waits of the case, so that it is kept.
#pragma once

#include <optional>

#include "workflow/deciding/roles.h"
#include "workflow/model/effect.h"

namespace mentoring {

std::optional<Instant> answer_by(const Scene& scene, const Letter& letter);

}
