// SPDX-License-Identifier: MIT
// What must not reach the TOML reader.
#pragma once

#include <optional>
#include <string_view>

namespace mentoring {

// The line of the first octet beyond ASCII outside of quotes and comments, where TOML allows none. toml++ 3.0
// asks itself whether such a letter is a blank, in a way that is undefined ("prénom = 1").
std::optional<int> line_of_foreign_letter(std::string_view toml);

}
