// SPDX-License-Identifier: MIT
#include "daemon/letters/text_part.h"

#include "daemon/letters/lone_value.h"
#include "daemon/letters/render.h"
#include "daemon/letters/safe_text.h"
#include "daemon/letters/unbroken.h"
#include "daemon/letters/wrap.h"
#include "workflow/model/letter_marks.h"

namespace mentoring {

namespace {

constexpr std::string_view rule = "\u00b7 \u00b7 \u00b7";
constexpr std::size_t kept_together_columns = 44;  // a name or a date is not torn apart
constexpr std::size_t word_columns_max = 400;      // a longer "word" of a person is cut into pieces

struct Marks {
    std::string first;
    std::string next;
};

Marks marks_of(const Block& block) {
    if (is_answer(block)) return {std::string(answer_mark), "  "};
    switch (block.kind) {
        case Block::Kind::bullet:
            return {"* ", "  "};
        case Block::Kind::numbered:
            return {std::to_string(block.number) + ". ", "   "};
        case Block::Kind::continued:
            return {"  ", "  "};
        default:
            return {"", ""};
    }
}

void replace_blanks(std::string& text) {
    for (auto at = text.find(' '); at != std::string::npos; at = text.find(' ', at))
        text.replace(at, 1, unbreakable_blank);
}

// A short value stays in one piece and with the word before it, so that it begins no line.
void append_value(std::string& line, const Value& value) {
    auto text = value.text;
    if (columns(text) <= kept_together_columns) {
        replace_blanks(text);
        if (!line.empty() && line.back() == ' ') line.replace(line.size() - 1, 1, unbreakable_blank);
    }
    line += text;
}

void append_text(std::string& line, std::string_view text, const Values& values) {
    std::size_t from = 0;
    while (const auto found = next_placeholder(text, from)) {
        line += text.substr(from, found->begin - from);
        append_value(line, values.at(found->number));
        from = found->end;
    }
    line += text.substr(from);
}

std::string line_of(const Block& block, const Values& values) {
    std::string line;
    for (const auto& each : block.inlines) {
        if (each.kind == Inline::Kind::text) append_text(line, each.text, values);
        if (each.kind == Inline::Kind::line_break) line += '\n';
    }
    return line;
}

std::string marked(const std::vector<std::string>& lines, const Marks& marks) {
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        text += i == 0 ? marks.first : marks.next;
        text += lines[i];
        while (!text.empty() && text.back() == ' ') text.pop_back();
        text += '\n';
    }
    return text;
}

std::vector<std::string> cut_long(const std::string& line) {
    std::vector<std::string> pieces;
    std::size_t begin = 0;
    for (std::size_t at = 0, count = 0; at < line.size(); ++at) {
        const bool new_letter = (static_cast<unsigned char>(line[at]) & 0xc0) != 0x80;
        if (!new_letter || ++count <= word_columns_max) continue;
        pieces.push_back(line.substr(begin, at - begin));
        begin = at;
        count = 1;
    }
    pieces.push_back(line.substr(begin));
    return pieces;
}

std::string words_block(const Value& value) {
    const std::string mark(value.kind == Value::Kind::words ? words_mark : "");
    std::string text;
    const auto lines = value.kind == Value::Kind::words ? unbroken(value.text) : value.text;
    for (const auto& line : wrap(lines, text_columns_max - columns(mark)))
        for (const auto& piece : cut_long(line)) text += marked({piece}, {mark, mark});
    return text;
}

bool begins_item(const Block& block) {
    return block.kind == Block::Kind::bullet || block.kind == Block::Kind::numbered;
}

std::string block_text(const Block& block, const Values& values) {
    if (block.kind == Block::Kind::rule) return std::string(rule) + "\n";
    if (const auto* value = lone_value(block, values)) return words_block(*value);
    const auto marks = marks_of(block);
    const auto room = text_columns_max - columns(marks.next.empty() ? marks.first : marks.next);
    return marked(wrap(line_of(block, values), room), marks);
}

}

std::string text_part(const std::vector<Block>& blocks, const Values& values) {
    std::string text;
    const Block* before = nullptr;
    for (const auto& block : blocks) {
        const bool in_list =
            before && begins_item(*before) && begins_item(block) && is_answer(*before) == is_answer(block);
        if (before && !in_list) text += '\n';
        text += block_text(block, values);
        before = &block;
    }
    return text;
}

}
