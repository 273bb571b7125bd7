// SPDX-License-Identifier: MIT
// How an element of HTML stands on the page, as far as plain text can tell.
#pragma once

#include <string_view>

namespace mentoring {

enum class Layout { inside_line, line, paragraph, cell, line_break, hidden, preformatted };

// `element` is lower case; an unknown one stands inside its line.
Layout layout_of(std::string_view element);

}
