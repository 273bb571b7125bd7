// SPDX-License-Identifier: MIT
// mentord people: the roster – imported, listed, somebody paused or gone.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "daemon/commands/table.h"

namespace mentoring {

// Brings the roster up to date from CSV; offices named in it are given from today. All or nothing.
int people_import(const std::filesystem::path& settings, const std::filesystem::path& csv, std::ostream& out,
                  std::ostream& errors);
int people_list(const std::filesystem::path& settings, Output output, std::ostream& out);
// No new mentees before that day (YYYY-MM-DD); empty: open again.
int people_pause(const std::filesystem::path& settings, const std::string& name, const std::string& until,
                 std::ostream& out, std::ostream& errors);
// Died, left or ill: every letter to and about her stops within the minute. `undo` takes it back.
enum class Going { gone, undo };
int people_gone(const std::filesystem::path& settings, const std::string& name, Going going,
                std::ostream& out);

}
