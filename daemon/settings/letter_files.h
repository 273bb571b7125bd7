// SPDX-License-Identifier: MIT
// The letters of a programme: templates/PROGRAM/*.md laid over templates/common/*.md, their partials
// (templates/common/parts/*.md) set in, each checked: all faults are collected, as in
// "templates/balance/invitation.md:7: no field mentor_nam; did you mean "mentor_name"?".
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "workflow/model/fault.h"
#include "workflow/writing/letter_template.h"

namespace mentoring {

constexpr std::uintmax_t letter_file_octets_max = 32'768;

// Where a fault was found the set still holds what could be read; it may be used when `any_fault` says no.
LetterSet load_letters(const std::filesystem::path& templates, const std::string& program, Faults& faults);

}
