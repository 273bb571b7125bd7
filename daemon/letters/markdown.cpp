// SPDX-License-Identifier: MIT
#include "daemon/letters/markdown.h"

#include <md4c.h>

#include <stdexcept>

namespace mentoring {

namespace {

struct List {
    bool numbered = false;
    unsigned next = 1;
};

struct Reading {
    std::vector<Block> blocks;
    std::vector<List> lists;
    bool item_begins = false;
    bool block_open = false;
    std::string fault;
};

constexpr int go_on = 0;
constexpr int stop = -1;  // md4c goes on after a positive number

int refuse(Reading& reading, const char* what) {
    reading.fault = what;
    return stop;
}

void open_block(Reading& reading, Block::Kind kind) {
    Block block{kind, 0, {}};
    if (!reading.lists.empty() && kind == Block::Kind::paragraph) {
        auto& list = reading.lists.back();
        block.kind = !reading.item_begins ? Block::Kind::continued
                     : list.numbered      ? Block::Kind::numbered
                                          : Block::Kind::bullet;
        if (block.kind == Block::Kind::numbered) block.number = list.next++;
    }
    reading.item_begins = false;
    reading.block_open = true;
    reading.blocks.push_back(std::move(block));
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* data) {
    auto& reading = *static_cast<Reading*>(data);
    reading.block_open = false;
    switch (type) {
        case MD_BLOCK_DOC:
            return go_on;
        case MD_BLOCK_P:
            open_block(reading, Block::Kind::paragraph);
            return go_on;
        case MD_BLOCK_H:
            open_block(reading, Block::Kind::heading);
            return go_on;
        case MD_BLOCK_HR:
            open_block(reading, Block::Kind::rule);
            return go_on;
        case MD_BLOCK_UL:
            reading.lists.push_back({});
            return go_on;
        case MD_BLOCK_OL:
            reading.lists.push_back({true, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start});
            return go_on;
        case MD_BLOCK_LI:
            reading.item_begins = true;
            return go_on;
        default:
            return refuse(reading, "a letter has paragraphs, headings, lists and rules only");
    }
}

int leave_block(MD_BLOCKTYPE type, void*, void* data) {
    auto& reading = *static_cast<Reading*>(data);
    reading.block_open = false;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) reading.lists.pop_back();
    return go_on;
}

// The text of a tight list's item comes without a paragraph around it.
Block& current_block(Reading& reading) {
    if (!reading.block_open) open_block(reading, Block::Kind::paragraph);
    return reading.blocks.back();
}

int enter_span(MD_SPANTYPE type, void* detail, void* data) {
    auto& reading = *static_cast<Reading*>(data);
    auto& inlines = current_block(reading).inlines;
    if (type == MD_SPAN_EM)
        inlines.push_back({Inline::Kind::emphasis_begin, ""});
    else if (type == MD_SPAN_STRONG)
        inlines.push_back({Inline::Kind::strong_begin, ""});
    else if (type == MD_SPAN_A) {
        const auto& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
        inlines.push_back({Inline::Kind::link_begin, std::string(href.text, href.size)});
    } else
        return refuse(reading, "a letter has links, strong words and emphasis only");
    return go_on;
}

int leave_span(MD_SPANTYPE type, void*, void* data) {
    auto& inlines = current_block(*static_cast<Reading*>(data)).inlines;
    inlines.push_back({type == MD_SPAN_EM       ? Inline::Kind::emphasis_end
                       : type == MD_SPAN_STRONG ? Inline::Kind::strong_end
                                                : Inline::Kind::link_end,
                       ""});
    return go_on;
}

int take_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
    auto& reading = *static_cast<Reading*>(data);
    auto& inlines = current_block(reading).inlines;
    if (type == MD_TEXT_BR)
        inlines.push_back({Inline::Kind::line_break, ""});
    else if (type == MD_TEXT_SOFTBR)
        inlines.push_back({Inline::Kind::text, " "});
    else if (type == MD_TEXT_NORMAL)
        inlines.push_back({Inline::Kind::text, std::string(text, size)});
    else
        return refuse(reading, "write the sign itself, not its HTML name");
    return go_on;
}

}

std::vector<Block> read_markdown(std::string_view source) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_COLLAPSEWHITESPACE;
    parser.enter_block = enter_block;
    parser.leave_block = leave_block;
    parser.enter_span = enter_span;
    parser.leave_span = leave_span;
    parser.text = take_text;
    Reading reading;
    const auto result = md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, &reading);
    if (result != 0)
        throw std::invalid_argument(reading.fault.empty() ? "Markdown that cannot be read" : reading.fault);
    return std::move(reading.blocks);
}

bool is_answer(const Block& block) {
    const bool item = block.kind == Block::Kind::bullet || block.kind == Block::Kind::numbered;
    return item && !block.inlines.empty() && block.inlines.front().kind == Inline::Kind::link_begin;
}

}
