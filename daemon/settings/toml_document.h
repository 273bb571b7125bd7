// SPDX-License-Identifier: MIT
// The one door to the TOML library. toml++ 3.0 answers some faults of a file with an assertion, or with what
// is undefined, and a typing mistake must not end the daemon: its assertions are thrown, and it is handed
// ASCII alone, letters beyond it as escapes.
#pragma once

namespace mentoring {
struct TomlAssertion {};
[[noreturn]] void throw_toml_assertion();
}

#define TOML_ASSERT(expression) (static_cast<bool>(expression) ? void() : ::mentoring::throw_toml_assertion())
#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>

#include "workflow/model/fault.h"

namespace mentoring {

// The top table of `file`, whose text is `toml`. None: what is wrong with it stands in `faults`. Letters
// beyond ASCII may stand in comments and between double quotes.
std::optional<toml::table> toml_document(std::string_view toml, const std::string& file, Faults& faults);

}
