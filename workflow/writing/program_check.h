// SPDX-License-Identifier: MIT
// Whether a programme means what it must mean, found before the first mail: every state can be reached and
// left, nobody waits in silence, nobody reads what is not hers, no answer is claimed twice, decisions of
// offices are proven. Every fault at once, each with its line and what was probably meant.
#pragma once

#include <set>
#include <string>

#include "workflow/model/fault.h"
#include "workflow/model/program.h"

namespace mentoring {

// `letters`: names of all that can be written (LetterSet); an empty set leaves that question open.
Faults check_program(const Program& program, const std::set<std::string>& letters, const std::string& file);

// What changes when cases can no longer run on another arrangement: states, answers, roles, where they lead.
// Letters, waits, texts and words are no part of it. Sixteen hexadecimal digits.
std::string structure_hash(const Program& program);

// The structure that old cases run on, with the letters, waits, texts, holidays and told-back lines that the
// file has now. What the present file no longer has stays as it was.
Program with_present_texts(Program structure, const Program& present);

}
