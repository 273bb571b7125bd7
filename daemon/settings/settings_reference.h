// SPDX-License-Identifier: MIT
// What the table of keys says, written out: the annotated file that is shipped as config/mentord.toml, and
// the section of the manual page.
#pragma once

#include <string>

namespace mentoring {

// A whole file with every key and its meaning; required keys carry their example, others are commented out.
std::string annotated_settings();
// Plain text at 80 columns: each key with kind, default and meaning.
std::string settings_reference();
// The same as mdoc(7), for mentord.8.
std::string settings_reference_mdoc();

}
