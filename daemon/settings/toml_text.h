// SPDX-License-Identifier: MIT
// What must not reach the TOML reader: toml++ 3.0 answers some faults of a file with an assertion, or with
// what is undefined, and a typing mistake must not end the daemon.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mentoring {

struct TomlFault {
    int line = 0;
    std::string text;
};

// A letter beyond ASCII outside of quotes and comments ("prénom = 1"), or a bracket that opens a table with
// nothing behind it. None: it may be parsed, and may be faulty all the same.
std::optional<TomlFault> fault_before_parsing(std::string_view toml);

}
