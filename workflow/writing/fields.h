// SPDX-License-Identifier: MIT
// Fills what a letter's template may use: names, dates, the line told back, suggestions with their reasons,
// what is missing. Only what this recipient may know: a name is a field of a letter only when it may be.
#pragma once

#include "workflow/model/case.h"
#include "workflow/model/effect.h"
#include "workflow/model/instant.h"
#include "workflow/model/program.h"
#include "workflow/model/surroundings.h"

namespace mentoring {

// Texts, rows and flags that are set already stay. For a letter about no case pass Case{}.
void fill_fields(Letter& letter, const Program& program, const Case& of, const Surroundings& surroundings,
                 Instant now);

}
