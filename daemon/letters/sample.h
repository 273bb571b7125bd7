// SPDX-License-Identifier: MIT
// A letter filled from the table of fields (workflow/writing/field_names): what `mentord letter` shows and
// what the tests render.
#pragma once

#include "daemon/letters/render.h"
#include "workflow/model/effect.h"
#include "workflow/writing/letter_template.h"

namespace mentoring {

// `all`: every field has its sample, rows have two or more. `needed`: only what each letter always gets and
// what this template asks for without asking whether it is there.
enum class SampleFields { all, needed };

Letter sample_letter(const LetterTemplate& source, SampleFields fields);
RenderContext sample_context(const std::string& layout);

}
