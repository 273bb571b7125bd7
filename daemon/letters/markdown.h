// SPDX-License-Identifier: MIT
// The Markdown that letters use (CommonMark by md4c, without HTML), as a list of blocks: paragraphs,
// headings, list items and rules. Code, tables, quotations and images have no place in a letter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

struct Inline {
    enum class Kind {
        text,
        line_break,
        link_begin,
        link_end,
        strong_begin,
        strong_end,
        emphasis_begin,
        emphasis_end
    };
    Kind kind = Kind::text;
    std::string text;  // of a link: where it leads
};

struct Block {
    // `continued` is a further paragraph of the item before it.
    enum class Kind { paragraph, heading, bullet, numbered, continued, rule };
    Kind kind = Kind::paragraph;
    unsigned number = 0;
    std::vector<Inline> inlines;
};

// Throws std::invalid_argument for Markdown that has no place in a letter.
std::vector<Block> read_markdown(std::string_view source);

// An item that begins with a link is an answer to choose.
bool is_answer(const Block& block);

}
