// SPDX-License-Identifier: MIT
// The structure of each programme, a version for every change, so that old cases run on theirs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "daemon/store/store.h"
#include "workflow/model/instant.h"

namespace mentoring {

class ProgramVersions {
public:
    explicit ProgramVersions(Store& store) : store_(store) {}
    // The version that has exactly this structure (the file's text, or any canonical form of it); a new one
    // gets the next number, from 1.
    int version_of(std::string_view program, std::string_view structure, Instant now);
    std::optional<std::string> structure(std::string_view program, int version) const;
    int latest(std::string_view program) const;  // 0: none yet

private:
    Store& store_;
};

}
