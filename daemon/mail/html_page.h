// SPDX-License-Identifier: MIT
// The text of a page while it is written line by line, plain and with quote marks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "daemon/mail/html_text.h"

namespace mentoring {

class Page {
public:
    // Ends the line if there is one, and leaves that many lines blank before the next.
    void break_line(int blank_lines);
    // Ends the line even where it is empty: <br>.
    void forced_break();
    // What follows stands beside what was written.
    void cell();
    // Words; runs of white space are one blank.
    void write(std::string_view text);
    void write_preformatted(std::string_view text);
    // Behind the last word, in the plain text alone: it is no word of the writer's.
    void write_aside(std::string_view text);
    // The depth of quotation of the lines that follow.
    void quote(int depth);

    // What was written to the plain text since that place.
    std::string_view written_since(std::size_t place) const {
        return std::string_view(text_.text).substr(place);
    }
    std::size_t lines() const { return lines_; }
    std::size_t end_of_text() const { return text_.text.size(); }
    // Whether `c` was written behind that place.
    bool wrote_since(std::size_t place, char c) const {
        return text_.text.find(c, place) != std::string::npos;
    }
    std::size_t octets() const { return text_.quoted_text.size(); }
    HtmlText take();

private:
    void put(std::string_view word);
    void put_exact(std::string_view word);
    void begin_line();
    void mark_quotation();
    void append(std::string_view text);
    void end_line();

    HtmlText text_;
    std::size_t column_ = 0, lines_ = 0;
    int wanted_blank_lines_ = 0, quote_depth_ = 0;
    bool blank_ = false;  // white space stands before the next word
};

}
