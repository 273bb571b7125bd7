// SPDX-License-Identifier: MIT
// A look into the store of a daemon that may be at work, from outside.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace mentoring {

// The rows of that query, all of one moment, their columns joined by " | "; none where there is no such store
// or it is just being made.
std::vector<std::string> rows_in_store(const std::filesystem::path& database, const std::string& query);

}
