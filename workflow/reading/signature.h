// SPDX-License-Identifier: MIT
// What stands under somebody's words and is not meant as words: a signature with or without delimiter (RFC
// 3676 §4.3), "Sent from my phone", contact lines, legal notes, what list servers and virus scanners add.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "workflow/reading/attribution.h"
#include "workflow/reading/line.h"

namespace mentoring {

// Where the signature of the written lines [begin, end) begins; `end` where there is none. May be `begin`.
std::size_t signature_begin(const std::vector<Line>& lines, LineRange written);

// Where the closing ("Best regards, Ada", or her name alone) begins that ends the lines [begin, end); `end`
// where there is none or nothing else was written. `names` are the words, in plain letters, by which the
// writer's own name is known.
std::size_t closing_begin(const std::vector<Line>& lines, LineRange written, std::string_view names);

// The end of the banner about mail from outside that a server put on top of the lines; `begin` where there is
// none.
std::size_t banner_end(const std::vector<Line>& lines, LineRange written);

}
