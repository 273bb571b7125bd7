// SPDX-License-Identifier: MIT
// mentord run: checks every file, opens the store, and works until it is told to stop.
#pragma once

#include <filesystem>
#include <iosfwd>

namespace mentoring {

// Exit status: 0 after a clean stop, 1 where a file has faults or the store cannot be opened.
int run_command(const std::filesystem::path& settings, std::ostream& errors);

}
