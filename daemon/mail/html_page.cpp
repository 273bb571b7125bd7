// SPDX-License-Identifier: MIT
#include "daemon/mail/html_page.h"

#include <algorithm>

#include "daemon/mail/ascii.h"

namespace mentoring {

namespace {

constexpr int quote_depth_max = 8;  // deeper quotations look alike

}

void Page::break_line(int blank_lines) {
    if (column_ > 0) end_line();
    wanted_blank_lines_ = std::max(wanted_blank_lines_, blank_lines);
    blank_ = false;
}

void Page::forced_break() {
    if (column_ == 0) begin_line();
    end_line();
    blank_ = false;
}

void Page::cell() {
    if (column_ > 0) blank_ = true;
}

void Page::write(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (ascii::is_space(text[at])) {
            blank_ = true, ++at;
            continue;
        }
        auto end = at;
        while (end < text.size() && !ascii::is_space(text[end])) ++end;
        put(text.substr(at, end - at));
        at = end;
    }
}

void Page::write_preformatted(std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        if (end != 0) put_exact(text.substr(0, end));
        if (end == std::string_view::npos) return;
        if (text[end] == '\n') forced_break();
        text.remove_prefix(end + 1);
    }
}

void Page::write_aside(std::string_view text) {
    if (column_ == 0) return;
    text_.text += ' ';
    text_.text += text;
}

void Page::quote(int depth) {
    if (depth != quote_depth_) break_line(0);
    quote_depth_ = depth;
}

HtmlText Page::take() {
    if (column_ > 0) end_line();
    return std::move(text_);
}

void Page::put(std::string_view word) {
    if (column_ > 0 && blank_) append(" ");
    put_exact(word);
    blank_ = false;
}

void Page::put_exact(std::string_view word) {
    if (column_ == 0) begin_line();
    append(word);
    column_ += word.size();
}

void Page::begin_line() {
    for (; wanted_blank_lines_ > 0; --wanted_blank_lines_)
        if (lines_ > 0) mark_quotation(), end_line();
    mark_quotation();
}

void Page::mark_quotation() {
    for (int i = 0; i < std::min(quote_depth_, quote_depth_max); ++i) text_.quoted_text += "> ";
}

void Page::append(std::string_view text) {
    text_.text += text;
    text_.quoted_text += text;
}

void Page::end_line() {
    append("\n");
    column_ = 0;
    ++lines_;
}

}
