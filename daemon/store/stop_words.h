// SPDX-License-Identifier: MIT
// Words that say nothing about what a request is about, in English, Spanish and French.
#pragma once

#include <string_view>

namespace mentoring {

bool is_stop_word(std::string_view lower_case);

}
