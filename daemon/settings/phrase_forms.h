// SPDX-License-Identifier: MIT
// A phrase of the word files: what stands between its blanks, and the alternatives of each part. "(no|not
// any) longer" is "no" or "not any", then "longer".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

// All that one part may be. Nothing where brackets do not match or are nested, or where there would be more
// than `most`.
std::vector<std::string> forms_of(std::string_view part, std::size_t most);

// Parted at the blanks outside of brackets, and beside brackets that bring their own. Nothing where a part
// has no forms.
std::vector<std::vector<std::string>> parts_of(std::string_view phrase, std::size_t most);

}
