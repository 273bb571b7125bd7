// SPDX-License-Identifier: MIT
// One call of mentord: what its subcommand has at hand.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>

#include "daemon/commands/table.h"

namespace mentoring {

struct Invocation {
    std::filesystem::path settings;  // --config
    Output output = Output::text;    // --json
    std::istream& in;
    std::ostream& out;
    std::ostream& errors;
    std::function<int()> chosen;  // set by the subcommand that was named
};

}
