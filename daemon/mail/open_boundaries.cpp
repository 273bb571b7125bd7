// SPDX-License-Identifier: MIT
#include "daemon/mail/open_boundaries.h"

#include <algorithm>

#include "daemon/mail/ascii.h"

namespace mentoring {

OpenBoundaries::Match OpenBoundaries::match(std::string_view line) const {
    if (!line.starts_with("--")) return {};
    while (!line.empty() && ascii::is_blank(line.back())) line.remove_suffix(1);
    line.remove_prefix(std::min<std::size_t>(line.size(), 2));
    for (auto level = boundaries_.size(); level-- > 0;) {
        const std::string_view boundary = boundaries_[level];
        if (boundary.empty()) continue;
        if (line == boundary) return {Kind::delimiter, level};
        if (line.size() == boundary.size() + 2 && line.starts_with(boundary) && line.ends_with("--"))
            return {Kind::closing, level};
    }
    return {};
}

}
