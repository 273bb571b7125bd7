// SPDX-License-Identifier: MIT
#include "workflow/writing/template_tags.h"

#include <algorithm>

namespace mentoring {

namespace {

constexpr std::string_view blanks = " \t";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

TemplateTag::Kind kind_of(char sign) {
    switch (sign) {
        case '#':
            return TemplateTag::Kind::section;
        case '^':
            return TemplateTag::Kind::inverted;
        case '/':
            return TemplateTag::Kind::end;
        case '>':
            return TemplateTag::Kind::part;
        case '!':
            return TemplateTag::Kind::note;
        default:
            return TemplateTag::Kind::field;
    }
}

TemplateTag tag_from(std::string_view inside) {
    const auto content = trimmed(inside);
    if (content.empty()) return {TemplateTag::Kind::unknown, std::string(inside)};
    const auto kind = kind_of(content.front());
    const auto name = kind == TemplateTag::Kind::field ? content : trimmed(content.substr(1));
    if (kind == TemplateTag::Kind::note) return {kind, std::string(name)};
    if (name.empty() || !std::all_of(name.begin(), name.end(), name_character))
        return {TemplateTag::Kind::unknown, std::string(content)};
    return {kind, std::string(name)};
}

bool alone_on(std::string_view line, std::size_t begin, std::size_t end) {
    return trimmed(line.substr(0, begin)).empty() && trimmed(line.substr(end)).empty();
}

void add_tags_of_line(std::string_view line, int number, std::vector<TemplateTag>& tags) {
    for (auto begin = line.find("{{"); begin != std::string_view::npos;) {
        const auto close = line.find("}}", begin);
        const auto inside_end = close == std::string_view::npos ? line.size() : close;
        const auto end = std::min(inside_end + 2, line.size());
        auto tag = tag_from(line.substr(begin + 2, inside_end - begin - 2));
        if (close == std::string_view::npos) tag.kind = TemplateTag::Kind::unknown;
        tag.line = number;
        tag.alone = alone_on(line, begin, end);
        tags.push_back(std::move(tag));
        begin = line.find("{{", end);
    }
}

}

std::vector<TemplateTag> template_tags(std::string_view source) {
    std::vector<TemplateTag> tags;
    int number = 1;
    for (std::size_t begin = 0; begin < source.size(); ++number) {
        const auto end = std::min(source.find('\n', begin), source.size());
        add_tags_of_line(source.substr(begin, end - begin), number, tags);
        begin = end + 1;
    }
    return tags;
}

}
