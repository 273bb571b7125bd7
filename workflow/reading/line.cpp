// SPDX-License-Identifier: MIT
#include "workflow/reading/line.h"

#include "workflow/reading/plain_letters.h"

namespace mentoring {
namespace {

constexpr std::size_t initials_max = 4;  // "JD> " as some Usenet readers quote

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && blank_octets(text.substr(at)) > 0) at += blank_octets(text.substr(at));
    return at;
}

std::string_view without_trailing_blanks(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    while (text.size() >= 2 && text.substr(text.size() - 2) == "\u00a0") text.remove_suffix(2);
    return text;
}

std::size_t mark_octets(std::string_view text) {
    if (text.starts_with(">")) return 1;
    if (text.starts_with("＞")) return std::string_view("＞").size();
    return 0;
}

std::size_t initials_octets(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && length <= initials_max && text[length] >= 'A' && text[length] <= 'Z')
        ++length;
    const bool marks = length > 0 && length <= initials_max && length < text.size() && text[length] == '>' &&
                       (length + 1 == text.size() || text[length + 1] == ' ');
    return marks ? length : 0;
}

Line line_from(std::string_view text) {
    Line line{without_trailing_blanks(text), {}, 0};
    std::size_t at = skip_blanks(line.text, 0);
    if (at == 0) at = initials_octets(line.text);
    while (const std::size_t mark = mark_octets(line.text.substr(at))) {
        ++line.depth;
        at = skip_blanks(line.text, at + mark);
    }
    line.content = line.text.substr(at);
    // ">>> our site <<<" is an ornament.
    if (line.depth > 0 && line.content.ends_with("<<")) line = {line.text, line.text, 0};
    return line;
}

}

// Lines end with LF, CR LF or, in some old mail, CR alone. Each is looked for once.
std::vector<Line> lines_of(std::string_view text, std::size_t most) {
    std::vector<Line> lines;
    std::size_t feed = text.find('\n');
    std::size_t carriage = text.find('\r');
    for (std::size_t at = 0; at < text.size() && lines.size() < most;) {
        if (feed != std::string_view::npos && feed < at) feed = text.find('\n', at);
        if (carriage != std::string_view::npos && carriage < at) carriage = text.find('\r', at);
        const std::size_t end = std::min(std::min(feed, carriage), text.size());
        lines.push_back(line_from(text.substr(at, end - at)));
        at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    return lines;
}

std::size_t next_written(const std::vector<Line>& lines, std::size_t from) {
    while (from < lines.size() && lines[from].blank()) ++from;
    return from;
}

}
