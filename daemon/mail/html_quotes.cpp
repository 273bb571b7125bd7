// SPDX-License-Identifier: MIT
#include "daemon/mail/html_quotes.h"

#include <algorithm>
#include <string>

#include "daemon/mail/ascii.h"

namespace mentoring {

namespace {

constexpr std::size_t style_octets_max = 500;

std::string compact(std::string_view style) {
    auto out = ascii::lowered(style.substr(0, style_octets_max));
    std::erase_if(out, [](char c) { return ascii::is_space(c); });
    return out;
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// Gmail and Apple indent with a blockquote too; it has no border and no mark of a quotation.
bool only_indents(const QuoteMarks& marks) {
    if (!marks.type.empty() || has(marks.class_name, "quote")) return false;
    const auto style = compact(marks.style);
    return has(style, "border:none") && !has(style, "border-left:solid") && has(style, "margin:00040px");
}

Quoting by_style(std::string_view style) {
    if (style.empty()) return Quoting::none;
    const auto text = compact(style);
    if (!has(text, "border:none;border-")) return Quoting::none;
    if (has(text, "border-left:solid")) return Quoting::inside;
    return has(text, "border-top:solid") && has(text, "padding:") ? Quoting::behind : Quoting::none;
}

}

Quoting quoting(const QuoteMarks& marks) {
    if (marks.element == "blockquote") return only_indents(marks) ? Quoting::none : Quoting::inside;
    if (has(marks.class_name, "ms-outlook-mobile-reference-message")) return Quoting::behind;
    if (marks.id == "divRplyFwdMsg") return Quoting::behind;
    if (has(marks.class_name, "yahoo_quoted")) return Quoting::after_first_line;
    if (marks.id.starts_with("OLK_SRC_BODY_SECTION")) return Quoting::inside;
    if (marks.marker == "__QUOTED_TEXT__" || marks.name == "quote") return Quoting::inside;
    return marks.element == "div" || marks.element == "td" ? by_style(marks.style) : Quoting::none;
}

}
