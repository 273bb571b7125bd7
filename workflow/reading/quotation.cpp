// SPDX-License-Identifier: MIT
#include "workflow/reading/quotation.h"

#include <algorithm>
#include <set>
#include <string>

#include "workflow/reading/plain_letters.h"
#include "workflow/reading/quotation_words.h"

namespace mentoring {
namespace {

constexpr std::size_t block_lines_max = 16;
constexpr std::size_t unlabelled_lines_max = 2;  // a folded address or subject
constexpr std::size_t marker_octets_max = 120;
constexpr std::size_t rule_signs_min = 2;

std::string_view without_stars(std::string_view text) {
    while (!text.empty() &&
           (text.front() == '*' || text.front() == ' ' || text.front() == '_' || text.front() == '|'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == '*' || text.back() == ' ')) text.remove_suffix(1);
    return text;
}

std::optional<HeaderLabel> label_of(const Line& line) {
    const std::string_view content = line.content;
    const std::size_t ascii = content.substr(0, header_label_octets_max).find(':');
    const std::size_t wide = content.substr(0, header_label_octets_max).find("：");
    const std::size_t colon = std::min(ascii, wide);
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    const std::string plain = plain_letters(content.substr(0, colon));
    return header_label(without_stars(plain));
}

struct Block {
    std::set<HeaderLabel> labels;
    bool address = false;
    std::size_t end = 0;
};

// Some programs run several labels together on one line: "From: ada@x.org Date: Thu, 3 May".
void add_labels_within(std::string_view content, Block& block) {
    const std::string plain = plain_letters(content.substr(0, marker_octets_max));
    for (std::size_t colon = plain.find(": "); colon != std::string::npos;
         colon = plain.find(": ", colon + 1)) {
        std::size_t begin = plain.find_last_of(' ', colon > 0 ? colon - 1 : 0);
        if (begin == std::string::npos || begin >= colon) continue;
        if (const auto label = header_label(std::string_view(plain).substr(begin + 1, colon - begin - 1)))
            block.labels.insert(*label);
    }
}

Block block_from(const std::vector<Line>& lines, std::size_t first) {
    Block block;
    std::size_t unlabelled = 0;
    for (std::size_t at = first; at < lines.size() && at < first + block_lines_max; ++at) {
        if (lines[at].depth > 0) break;
        if (lines[at].blank()) {
            const std::size_t next = next_written(lines, at);
            if (next > at + 1 || next >= lines.size() || !label_of(lines[next])) break;
            continue;
        }
        const auto label = label_of(lines[at]);
        if (!label && ++unlabelled > unlabelled_lines_max) break;
        if (label) {
            unlabelled = 0;
            block.labels.insert(*label);
            block.end = at + 1;
            add_labels_within(lines[at].content, block);
        }
        block.address |= lines[at].content.find('@') != std::string_view::npos;
    }
    return block;
}

std::size_t telling_labels(const Block& block) {
    return block.labels.size() - block.labels.count(HeaderLabel::other) -
           block.labels.count(HeaderLabel::copy);
}

std::optional<std::size_t> header_block_end(const std::vector<Line>& lines, std::size_t first) {
    const auto opening = label_of(lines[first]);
    if (!opening || *opening == HeaderLabel::other || *opening == HeaderLabel::copy) return std::nullopt;
    const Block block = block_from(lines, first);
    const bool sender = block.labels.contains(HeaderLabel::from);
    const std::size_t labels = telling_labels(block);
    const bool enough =
        (labels >= 3 && (sender || block.address)) || (labels == 2 && sender && block.address);
    if (!enough || (*opening != HeaderLabel::from && labels < 3)) return std::nullopt;
    return block.end;
}

bool is_marker(const Line& line) {
    if (line.text.size() > marker_octets_max || line.blank()) return false;
    const std::string plain = plain_letters(line.content);
    const std::string_view text = plain;
    const bool drawn = text.starts_with("--") || text.starts_with("==") || text.starts_with("__") ||
                       text.starts_with("- -") || text.starts_with("**");
    if (drawn) return has_any_phrase(text, words_for_original_message());
    return text.ends_with(":") && words_for_forwarded_message().opening_of(text) > 0;
}

// Dashes of all lengths, and other signs of printers.
constexpr std::string_view typographic_sign = "\xE2\x80";

bool may_be_marker(const Line& line) {
    const std::string_view text = line.content;
    return text.starts_with("-") || text.starts_with("=") || text.starts_with("_") || text.starts_with("*") ||
           text.starts_with(typographic_sign) || text.ends_with(":") || text.ends_with("：");
}

}

bool is_between_arrows(const Line& line) {
    constexpr std::string_view arrows = ">>>";
    return line.text.starts_with(arrows) && line.content.ends_with(arrows) &&
           line.text.size() <= marker_octets_max &&
           line.content.find_first_of("0123456789") != std::string_view::npos;
}

bool is_rule(const Line& line) {
    constexpr std::string_view signs = "-_=*~#+";
    if (line.content.size() < rule_signs_min || line.depth > 0) return false;
    const bool ascii = static_cast<unsigned char>(line.content.front()) < 0x80;
    if (ascii && signs.find(line.content.front()) == std::string_view::npos) return false;
    const std::string plain = plain_letters(line.content);
    if (plain.size() < rule_signs_min || signs.find(plain.front()) == std::string_view::npos) return false;
    const auto drawn = [sign = plain.front()](char octet) { return octet == sign || octet == ' '; };
    return std::all_of(plain.begin(), plain.end(), drawn);
}

std::optional<LineRange> quoted_header_at(const std::vector<Line>& lines, std::size_t first) {
    if (is_between_arrows(lines[first])) return LineRange{first, first + 1};
    if (lines[first].depth > 0 || lines[first].blank()) return std::nullopt;
    if (const auto end = header_block_end(lines, first)) return LineRange{first, *end};
    if (!may_be_marker(lines[first])) return std::nullopt;
    if (is_marker(lines[first])) {
        const std::size_t next = next_written(lines, first + 1);
        const auto end = next < lines.size() ? header_block_end(lines, next) : std::nullopt;
        return LineRange{first, end.value_or(first + 1)};
    }
    if (!is_rule(lines[first])) return std::nullopt;
    const std::size_t next = next_written(lines, first + 1);
    if (next >= lines.size() || next > first + 3) return std::nullopt;
    if (const auto end = header_block_end(lines, next)) return LineRange{first, *end};
    return std::nullopt;
}

}
