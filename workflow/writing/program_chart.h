// SPDX-License-Identifier: MIT
// A programme as a chair can read it: every state with its owner, what may be answered by whom and where that
// leads, what happens in silence, which letters go out. `mentord program draw` prints it.
#pragma once

#include <string>

#include "workflow/model/program.h"

namespace mentoring {

inline constexpr int chart_width = 80;

// Lines of at most 80 columns.
std::string program_chart(const Program& program);
// Graphviz source: states as boxes, answers as arrows, silence as dashed ones.
std::string program_dot(const Program& program);

}
