// SPDX-License-Identifier: MIT
#include "workflow/model/folded_text.h"

#include <cassert>

namespace mentoring {

std::string_view original_between(const FoldedText& text, std::size_t begin, std::size_t end) {
    assert(begin <= end && end < text.origin.size());
    const auto from = text.origin[begin], until = text.origin[end];
    return std::string_view(text.original).substr(from, until - from);
}

}
