// SPDX-License-Identifier: MIT
// The shapes inside a programme file: letters, answers, waits and all that a state may have. Each reader
// takes its table, notes faults of form, and leaves the meaning to workflow/writing/program_check.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/settings/toml_reading.h"
#include "workflow/model/program.h"

namespace mentoring {

// `letter`, `to`, `rest`, `words` of the table itself, or its list `letters`. `to_otherwise` is meant where
// `to` is missing; without it that is a fault.
std::vector<LetterOrder> letters_from(TomlSection& section, std::string_view to_otherwise = {});
std::vector<Transition> transitions_from(TomlSection& section);
State state_from(const std::string& name, Scope scope, TomlSection& section);

Audience audience_from(TomlSection& section);
std::optional<Span> span_at(TomlSection& section, std::string_view key);

}
