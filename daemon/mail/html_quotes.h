// SPDX-License-Identifier: MIT
// Which elements of an HTML mail hold quoted words, by the marks that mail programs leave.
#pragma once

#include <string_view>

namespace mentoring {

// The attributes of an element that tell; empty where it has none.
struct QuoteMarks {
    std::string_view element;  // lower case
    std::string_view type, id, class_name, name, style, marker;
};

enum class Quoting {
    none,
    inside,            // all of the element: <blockquote type="cite">
    after_first_line,  // the first line names whom it quotes: Yahoo
    behind,            // what follows it to the end, if there is a colon in it: Outlook's From and Sent
};

Quoting quoting(const QuoteMarks& marks);

}
