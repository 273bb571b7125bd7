// SPDX-License-Identifier: MIT
// An HTML body as text that reads like what was on the screen: paragraphs and rows on lines of their own,
// cells beside each other, items of ordered lists with their numbers, no scripts, styles and comments.
// `quoted_text` is the same with "> " before each line that a mail program marked as quoted
// (daemon/mail/html_quotes.h), and without the "<targets>" of links, which are no words of the writer's.
#pragma once

#include <string>
#include <string_view>

namespace mentoring {

struct HtmlText {
    std::string text;
    std::string quoted_text;
    const char* exceeded = nullptr;  // the limit that the HTML exceeds, a phrase
};

HtmlText html_to_text(std::string_view utf8);

// The charset that the HTML itself declares near its beginning, empty where it does not.
std::string_view html_charset(std::string_view html);

}
