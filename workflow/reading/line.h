// SPDX-License-Identifier: MIT
// The lines of a body and their quote marks: ">" and its variants as mail clients write them (RFC 3676 §4.5
// and the habits of Usenet). The views point into the text given.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace mentoring {

struct Line {
    std::string_view text;     // without line end and trailing blanks
    std::string_view content;  // the same after its quote marks and leading blanks
    int depth = 0;             // number of quote marks
    bool blank() const { return content.empty(); }
};

// The first `most` lines. Line ends are LF, CRLF or a bare CR.
std::vector<Line> lines_of(std::string_view text, std::size_t most);

// The index of the first line at or after `from` that is not blank; lines.size() where there is none.
std::size_t next_written(const std::vector<Line>& lines, std::size_t from);

}
