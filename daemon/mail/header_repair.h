// SPDX-License-Identifier: MIT
// The header of an entity made fit for a strict parser: one field a line, "Name: value\n", unfolded, without
// NUL. Repaired are an mbox "From " line, folds that lost their blank, lines without a colon, blanks before
// the colon, a missing blank line before the body, CR, LF and CRLF in any mixture, a missing final line end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

// The boundaries of the multiparts that are open where we read, the innermost last.
class OpenBoundaries {
public:
    enum class Kind { none, delimiter, closing };
    struct Match {
        Kind kind = Kind::none;
        std::size_t level = 0;  // index of the boundary
    };

    void open(std::string boundary) { boundaries_.push_back(std::move(boundary)); }
    void close() { boundaries_.pop_back(); }
    std::size_t size() const { return boundaries_.size(); }
    // `line` is without its end; blanks behind the boundary do not count (RFC 2046 §5.1.1).
    Match match(std::string_view line) const;

private:
    std::vector<std::string> boundaries_;
};

struct RepairedHeader {
    std::string fields;              // as said above
    std::size_t body = 0;            // offset of the body in `entity`
    const char* exceeded = nullptr;  // the limit the header exceeds, a phrase
};

// `entity` begins with the header. A line that matches an open boundary ends it.
RepairedHeader repair_header(std::string_view entity, const OpenBoundaries& open);

// The value of the first field of that name in repaired fields; empty where there is none.
std::string_view repaired_field(std::string_view fields, std::string_view name);

}
