// SPDX-License-Identifier: MIT
// mentord program draw|check: one programme as a chart that a chair can read, or its faults. A file may be
// drawn before any settings name it.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "daemon/commands/table.h"

namespace mentoring {

enum class ChartFace { text, dot };

struct ProgramRequest {
    std::filesystem::path settings;  // where the programme is named
    std::string name;                // in the settings; empty: the only one
    std::filesystem::path file;      // instead of both
    ChartFace face = ChartFace::text;
    Output output = Output::text;
};

// Exit status: 0; 1 after the faults on `errors`. A programme with faults of meaning is drawn all the same:
// seeing them is half of mending them. As JSON: an object a state.
int program_draw_command(const ProgramRequest& request, std::ostream& out, std::ostream& errors);
// Faults go to `out`. Letters are compared where settings are given.
int program_check_command(const ProgramRequest& request, std::ostream& out, std::ostream& errors);

}
