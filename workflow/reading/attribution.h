// SPDX-License-Identifier: MIT
// The line that mail programs write above a quotation, "On 3 May 2026 Ada wrote:", in any of the languages of
// attribution_words.h, alone or broken over up to four lines, with or without an address.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "workflow/reading/line.h"

namespace mentoring {

// Lines [begin, end).
struct LineRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// The attribution whose last line is `last`, not reaching above `first`. Linear in the (bounded) length of
// its lines.
std::optional<LineRange> attribution_ending_at(const std::vector<Line>& lines, std::size_t first,
                                               std::size_t last);

}
