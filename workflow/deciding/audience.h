// SPDX-License-Identifier: MIT
// The one gate before the outbox: a letter goes to its recipient only if she may read every word in it that
// a person wrote. What the gate refuses is our mistake; no word leaves, and the manager hears of it.
#pragma once

#include <optional>
#include <string>

#include "workflow/deciding/roles.h"
#include "workflow/model/effect.h"

namespace mentoring {

// She wrote it, or one of the roles she has in this case is among its readers.
bool may_read(const Scene& scene, const Words& words, PersonId reader);
// The name of the first words she may not read; nothing: the letter may go.
std::optional<std::string> breach(const Scene& scene, const Letter& letter);

// What the manager gets in its place.
inline constexpr const char* refused_letter = "not-sent";

}
