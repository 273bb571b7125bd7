// SPDX-License-Identifier: MIT
// A phrase of the word files with its alternatives written out: "(no|not any) longer" is "no longer" and "not
// any longer".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

// Nothing where brackets do not match or are nested, or where there would be more than `most`.
std::vector<std::string> forms_of(std::string_view phrase, std::size_t most);

}
