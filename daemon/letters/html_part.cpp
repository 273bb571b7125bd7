// SPDX-License-Identifier: MIT
#include "daemon/letters/html_part.h"

#include <algorithm>
#include <stdexcept>

#include "daemon/letters/lone_value.h"
#include "daemon/letters/safe_text.h"
#include "daemon/letters/unbroken.h"

namespace mentoring {

namespace {

constexpr std::string_view answer_scheme = "answer:";
constexpr std::string_view dash = " \u2013 ";

constexpr std::string_view paragraph_style = "margin:0 0 16px";
constexpr std::string_view heading_style =
    "margin:26px 0 8px;font-size:17px;line-height:1.35;font-weight:600";
constexpr std::string_view list_style = "margin:0 0 16px;padding:0 0 0 22px";
constexpr std::string_view item_style = "margin:0 0 6px";
constexpr std::string_view further_style = "margin:6px 0 6px";
constexpr std::string_view answers_style = "margin:0 0 18px";
constexpr std::string_view answer_style =
    "display:block;margin:0 0 8px;padding:10px 14px;border:1px solid #7fa3a4;border-radius:8px;"
    "color:#1d2526;text-decoration:none";
constexpr std::string_view answer_label_style = "color:#1f5658;margin-right:5px";
constexpr std::string_view small_style = "margin:0 0 16px;font-size:15px;color:#56605f";
constexpr std::string_view link_style = "color:#1f5658";
constexpr std::string_view words_style =
    "margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #9db3b3";
constexpr std::string_view rule_style = "margin:28px 0 18px;border:0;border-top:1px solid #9db3b3";

enum class Around { nothing, list, numbered_list, answers };

std::string opened(std::string_view tag, std::string_view style, std::string_view name = "") {
    std::string text = "<" + std::string(tag);
    if (!name.empty()) text += " class=\"" + std::string(name) + "\"";
    return text + " style=\"" + std::string(style) + "\">";
}

std::string replaced(std::string_view text, const Values& values,
                     const std::function<std::string(std::string_view)>& show) {
    std::string result;
    std::size_t from = 0;
    while (const auto found = next_placeholder(text, from)) {
        result += show(text.substr(from, found->begin - from)) + show(values.at(found->number).text);
        from = found->end;
    }
    return result + show(text.substr(from));
}

std::string escaped_text(std::string_view text, const Values& values) {
    return replaced(text, values, html_escaped);
}

std::string href_of(const std::string& target, const Values& values, const LinkTo& link_to) {
    if (!target.starts_with(answer_scheme))
        throw std::invalid_argument("a link in a letter leads to answer:WORDS, not to " + target);
    const auto plain = [](std::string_view text) { return std::string(text); };
    return html_escaped(link_to(replaced(target.substr(answer_scheme.size()), values, plain)));
}

std::string inline_html(const Inline& each, const Values& values, const LinkTo& link_to) {
    switch (each.kind) {
        case Inline::Kind::text:
            return escaped_text(each.text, values);
        case Inline::Kind::line_break:
            return "<br>\n";
        case Inline::Kind::link_end:
            return "</a>";
        case Inline::Kind::strong_begin:
            return "<strong>";
        case Inline::Kind::strong_end:
            return "</strong>";
        case Inline::Kind::emphasis_begin:
            return "<em>";
        case Inline::Kind::emphasis_end:
            return "</em>";
        case Inline::Kind::link_begin:
            break;
    }
    return "<a class=\"link\" href=\"" + href_of(each.text, values, link_to) + "\" style=\"" +
           std::string(link_style) + "\">";
}

std::string inlines_html(const Block& block, const Values& values, const LinkTo& link_to) {
    std::string html;
    for (const auto& each : block.inlines) html += inline_html(each, values, link_to);
    return html;
}

// The whole of it is the link, its first words the label; between the two no dash is needed.
std::string answer_html(const Block& block, const Values& values, const LinkTo& link_to) {
    std::string html = "<a class=\"answer\" href=\"" + href_of(block.inlines.front().text, values, link_to) +
                       "\" style=\"" + std::string(answer_style) + "\">" +
                       opened("strong", answer_label_style, "label");
    for (std::size_t i = 1; i < block.inlines.size(); ++i) {
        auto each = block.inlines[i];
        const bool label_ends = each.kind == Inline::Kind::link_end;
        const bool behind_label = block.inlines[i - 1].kind == Inline::Kind::link_end;
        if (behind_label && each.text.starts_with(dash)) each.text.replace(0, dash.size(), " ");
        html += label_ends ? "</strong>" : inline_html(each, values, link_to);
    }
    return html + "</a>\n";
}

std::string lines_html(const Value& value) {
    const bool of_a_person = value.kind == Value::Kind::words;
    std::string html;
    for (const char c : html_escaped(of_a_person ? unbroken(value.text) : value.text))
        if (c == '\n')
            html += "<br>\n";
        else
            html += c;
    return of_a_person ? opened("blockquote", words_style, "words") + html + "</blockquote>\n"
                       : opened("p", paragraph_style) + html + "</p>\n";
}

enum class Size { ordinary, small };

std::string paragraph_html(const std::string& content, Size size) {
    return (size == Size::small ? opened("p", small_style, "small") : opened("p", paragraph_style)) +
           content + "</p>\n";
}

std::string block_html(const Block& block, const Values& values, const LinkTo& link_to, Size size) {
    if (const auto* value = lone_value(block, values)) return lines_html(*value);
    if (is_answer(block)) return answer_html(block, values, link_to);
    const auto content = inlines_html(block, values, link_to);
    switch (block.kind) {
        case Block::Kind::paragraph:
            return paragraph_html(content, size);
        case Block::Kind::heading:
            return opened("h2", heading_style) + content + "</h2>\n";
        case Block::Kind::bullet:
        case Block::Kind::numbered:
            return opened("li", item_style) + content + "</li>\n";
        case Block::Kind::continued:
            return opened("p", further_style) + content + "</p>\n";
        case Block::Kind::rule:
            break;
    }
    return "<hr class=\"rule\" style=\"" + std::string(rule_style) + "\">\n";
}

Around around(const Block& block, Around before) {
    if (is_answer(block)) return Around::answers;
    if (block.kind == Block::Kind::bullet) return Around::list;
    if (block.kind == Block::Kind::numbered) return Around::numbered_list;
    return block.kind == Block::Kind::continued ? before : Around::nothing;
}

std::string begin_of(Around kind) {
    switch (kind) {
        case Around::nothing:
            return "";
        case Around::list:
            return opened("ul", list_style) + "\n";
        case Around::numbered_list:
            return opened("ol", list_style) + "\n";
        case Around::answers:
            break;
    }
    return opened("div", answers_style) + "\n";
}

std::string_view end_of(Around kind) {
    switch (kind) {
        case Around::nothing:
            return "";
        case Around::list:
            return "</ul>\n";
        case Around::numbered_list:
            return "</ol>\n";
        case Around::answers:
            break;
    }
    return "</div>\n";
}

}

std::string html_part(const std::vector<Block>& blocks, const Values& values, const LinkTo& link_to) {
    std::string html;
    auto open = Around::nothing;
    auto size = Size::ordinary;
    for (const auto& block : blocks) {
        const auto next = around(block, open);
        if (next != open) html += std::string(end_of(open)) + begin_of(next);
        open = next;
        html += block_html(block, values, link_to, size);
        if (block.kind == Block::Kind::rule) size = Size::small;
    }
    return html + std::string(end_of(open));
}

}
