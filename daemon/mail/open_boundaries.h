// SPDX-License-Identifier: MIT
// The boundaries of the multiparts that are open where we read (RFC 2046 §5.1.1), the innermost last.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

class OpenBoundaries {
public:
    enum class Kind { none, delimiter, closing };
    struct Match {
        Kind kind = Kind::none;
        std::size_t level = 0;  // index of the boundary
    };

    // An empty boundary matches nothing.
    void open(std::string boundary) { boundaries_.push_back(std::move(boundary)); }
    void close() { boundaries_.pop_back(); }
    std::size_t size() const { return boundaries_.size(); }
    // `line` is without its end; blanks behind the boundary do not count (RFC 2046 §5.1.1).
    Match match(std::string_view line) const;

private:
    std::vector<std::string> boundaries_;
};

}
