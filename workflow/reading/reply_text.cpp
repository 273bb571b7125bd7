// SPDX-License-Identifier: MIT
#include "workflow/reading/reply_text.h"

#include <algorithm>
#include <optional>

#include "workflow/reading/attribution.h"
#include "workflow/reading/attribution_words.h"
#include "workflow/reading/line.h"
#include "workflow/reading/plain_letters.h"
#include "workflow/reading/quotation.h"
#include "workflow/reading/signature.h"

namespace mentoring {
namespace {

constexpr std::size_t wrapped_octets_min = 60;
constexpr std::size_t bracket_line_octets_max = 24;
constexpr std::size_t name_line_octets_max = 80;

// What a line is. `lead_in` is an attribution, a quoted header block or a marker; `foot` is signature, device
// line, legal note, banner.
enum class Part { written, quoted, lead_in, foot, closing };

struct Body {
    std::vector<Line> lines;
    std::vector<Part> parts;
};

void set(Body& body, std::size_t begin, std::size_t end, Part part) {
    std::fill(body.parts.begin() + static_cast<std::ptrdiff_t>(begin),
              body.parts.begin() + static_cast<std::ptrdiff_t>(end), part);
}

// An attribution whose address was broken before its closing bracket: "<ada@x.org" and below "> wrote:".
bool closes_bracket(const Line& above, const Line& line) {
    if (line.depth != 1 || line.text.size() > bracket_line_octets_max || !line.content.ends_with(":"))
        return false;
    if (above.depth > 0 || above.content.find('@') == std::string_view::npos) return false;
    return line.content == ":" || has_any_phrase(plain_letters(line.content), words_for_wrote());
}

Body body_from(std::string_view text) {
    Body body{lines_of(text, lines_read_max), {}};
    for (std::size_t at = 1; at < body.lines.size(); ++at)
        if (closes_bracket(body.lines[at - 1], body.lines[at]) || is_between_arrows(body.lines[at]))
            body.lines[at].depth = 0, body.lines[at].content = body.lines[at].text;
    for (const Line& line : body.lines) body.parts.push_back(line.depth > 0 ? Part::quoted : Part::written);
    return body;
}

// A quoted line that a mail program broke without marking its rest, or a link that it set on a line of its
// own.
bool is_broken_rest(const std::vector<Line>& lines, std::size_t at) {
    if (at == 0 || at + 1 >= lines.size() || lines[at].blank()) return false;
    const Line& above = lines[at - 1];
    if (above.depth == 0 || lines[at + 1].depth == 0) return false;
    const std::string_view content = lines[at].content;
    if (content.starts_with("(http") || content.starts_with("<http")) return true;
    const bool ended = !above.content.empty() &&
                       std::string_view(".?!:;").find(above.content.back()) != std::string_view::npos;
    return above.text.size() >= wrapped_octets_min && !ended;
}

void mark_broken_rests(Body& body) {
    for (std::size_t at = 0; at < body.lines.size(); ++at)
        if (body.parts[at] == Part::written && is_broken_rest(body.lines, at)) body.parts[at] = Part::quoted;
}

// Under a lead-in either marked lines follow, and they alone are quoted, or all the rest is.
std::size_t mark_quotation(Body& body, LineRange lead_in) {
    set(body, lead_in.begin, lead_in.end, Part::lead_in);
    const std::size_t next = next_written(body.lines, lead_in.end);
    if (next < body.lines.size() && body.parts[next] == Part::quoted) return lead_in.end;
    set(body, lead_in.end, body.lines.size(), Part::quoted);
    return body.lines.size();
}

void mark_quotations(Body& body) {
    std::size_t free = 0;  // first line that no lead-in has taken
    for (std::size_t at = 0; at < body.lines.size(); ++at) {
        if (body.parts[at] != Part::written || body.lines[at].blank()) continue;
        auto lead_in = quoted_header_at(body.lines, at);
        if (!lead_in) lead_in = attribution_ending_at(body.lines, free, at);
        if (!lead_in) continue;
        free = mark_quotation(body, *lead_in);
        at = free - 1;
    }
}

void mark_own_letters(Body& body, const OwnLetters& own) {
    if (own.empty()) return;
    const std::vector<bool> ours = own.recognise(body.lines);
    for (std::size_t at = 0; at < ours.size(); ++at)
        if (ours[at]) body.parts[at] = Part::quoted;
}

std::optional<LineRange> next_written_run(const Body& body, std::size_t from) {
    while (from < body.parts.size() && body.parts[from] != Part::written) ++from;
    if (from == body.parts.size()) return std::nullopt;
    std::size_t end = from;
    while (end < body.parts.size() && body.parts[end] == Part::written) ++end;
    return LineRange{from, end};
}

// The name in the first line of a signature is the writer's.
std::string first_line_of(const Body& body, LineRange foot) {
    for (std::size_t at = foot.begin; at < foot.end; ++at)
        if (!body.lines[at].blank() && !is_rule(body.lines[at]))
            return plain_letters(body.lines[at].content.substr(0, name_line_octets_max));
    return {};
}

void mark_feet_of(Body& body, LineRange written, std::string_view sender) {
    if (written.begin == 0) {
        const std::size_t end = banner_end(body.lines, written);
        set(body, written.begin, end, Part::foot);
        written.begin = end;
    }
    const std::size_t foot = signature_begin(body.lines, written);
    set(body, foot, written.end, Part::foot);
    const std::string names = plain_letters(sender) + " " + first_line_of(body, {foot, written.end});
    set(body, closing_begin(body.lines, {written.begin, foot}, names), foot, Part::closing);
}

void mark_feet(Body& body, std::string_view sender) {
    std::size_t from = 0;
    while (const auto run = next_written_run(body, from)) {
        mark_feet_of(body, *run, sender);
        from = run->end;
    }
}

// Of empty lines that follow each other one is kept.
void append_line(std::string& text, const Line& line, std::string_view words) {
    if (line.blank() && (text.empty() || text.ends_with("\n\n"))) return;
    text += line.blank() ? std::string_view() : words;
    text += '\n';
}

void strip_end(std::string& text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
}

std::string text_of(const Body& body, Part first, Part second) {
    std::string text;
    for (std::size_t at = 0; at < body.lines.size(); ++at)
        if (body.parts[at] == first || body.parts[at] == second)
            append_line(text, body.lines[at], body.lines[at].text);
    strip_end(text);
    return text;
}

void finish(std::vector<QuotedAnswer>& answers, QuotedAnswer& current) {
    strip_end(current.answer);
    strip_end(current.question);
    if (!current.answer.empty() && !current.question.empty()) answers.push_back(current);
    current = {};
}

std::vector<QuotedAnswer> inline_answers_of(const Body& body) {
    std::vector<QuotedAnswer> answers;
    QuotedAnswer current;
    for (std::size_t at = 0; at < body.lines.size(); ++at) {
        const Line& line = body.lines[at];
        if (body.parts[at] == Part::written) {
            append_line(current.answer, line, line.text);
        } else if (body.parts[at] == Part::quoted) {
            if (!trimmed(current.answer).empty()) finish(answers, current);
            append_line(current.question, line, line.content);
        }
    }
    finish(answers, current);
    return answers;
}

bool has_part(const Body& body, Part part) {
    return std::find(body.parts.begin(), body.parts.end(), part) != body.parts.end();
}

bool opens_with_lead_in(const Body& body) {
    const std::size_t first = next_written(body.lines, 0);
    return first < body.lines.size() && body.parts[first] == Part::lead_in;
}

}

Reply reply_text(std::string_view text, const OwnLetters& own, std::string_view sender) {
    Body body = body_from(text);
    mark_broken_rests(body);
    mark_quotations(body);
    mark_own_letters(body, own);
    mark_feet(body, sender);
    Reply reply;
    reply.quotes = has_part(body, Part::quoted) || has_part(body, Part::lead_in);
    reply.words = text_of(body, Part::written, Part::written);
    // A closing is the signature where there is no other; above one, or a quotation, it is part of the text.
    const bool ended = reply.quotes || has_part(body, Part::foot);
    reply.visible = ended ? text_of(body, Part::written, Part::closing) : reply.words;
    reply.forwarded = reply.words.empty() && opens_with_lead_in(body);
    reply.inline_answers = inline_answers_of(body);
    return reply;
}

}
