// SPDX-License-Identifier: MIT
#include "workflow/reading/attribution.h"

#include <algorithm>
#include <string>

#include "workflow/reading/attribution_words.h"
#include "workflow/reading/plain_letters.h"

namespace mentoring {
namespace {

constexpr std::size_t lines_max = 4;
constexpr std::size_t octets_max = 500;
constexpr std::size_t name_octets_max = 60;

bool digit(char octet) {
    return octet >= '0' && octet <= '9';
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && digit(text[end])) ++end;
    return end - at;
}

// What dates and times of all languages have in common: their digits.
struct Evidence {
    bool time = false;  // 14:05, 14.05, 14h05
    bool date = false;  // a year, or two separators: 3/5/26
    bool address = false;
    bool wrote = false;
    bool colon = false;
    bool dashes_around = false;
    bool address_last = false;
};

bool is_year(std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

bool second_separator(std::string_view text, std::size_t at, char separator) {
    const std::size_t digits = digits_at(text, at);
    return digits > 0 && digits <= 2 && at + digits < text.size() && text[at + digits] == separator;
}

void look_at_number(std::string_view text, std::size_t at, std::size_t length, Evidence& evidence) {
    if (is_year(text.substr(at, length))) evidence.date = true;
    const std::size_t end = at + length;
    if (end + 1 >= text.size() || length > 2) return;
    const char separator = text[end];
    if ((separator == ':' || separator == '.' || separator == 'h') && digits_at(text, end + 1) == 2)
        evidence.time = true;
    if ((separator == '/' || separator == '.' || separator == '-') &&
        second_separator(text, end + 1, separator))
        evidence.date = true;
}

void look_at_numbers(std::string_view text, Evidence& evidence) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = digits_at(text, at);
        if (length > 0) look_at_number(text, at, length, evidence);
        at += std::max<std::size_t>(length, 1);
    }
}

bool has_address(std::string_view text) {
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text[at - 1] != ' ' &&
           text[at + 1] != ' ';
}

Evidence evidence_in(std::string_view text) {
    Evidence evidence;
    text = trimmed(text);
    evidence.dashes_around = text.starts_with("--") && text.ends_with("--");
    while (!text.empty() &&
           (text.back() == '*' || text.back() == '_' || text.back() == '-' || text.back() == ' '))
        text.remove_suffix(1);
    evidence.colon = text.ends_with(":");
    look_at_numbers(text, evidence);
    evidence.address = has_address(text);
    evidence.address_last =
        evidence.address &&
        (text.ends_with(">:") || text.ends_with("):") || text.rfind('@') > text.rfind(' ')) &&
        text.rfind('@') != std::string_view::npos;
    if (evidence.date || evidence.time || evidence.address || evidence.dashes_around)
        evidence.wrote = has_any_phrase(text, words_for_wrote());
    return evidence;
}

// "2016-03-03 17:21 GMT+01:00 Some One" is written without a colon.
bool opens_with_gmt_date(std::string_view text) {
    return digits_at(text, 0) == 4 && text.size() > 20 && text[4] == '-' && text.substr(16, 5) == " gmt+";
}

bool says_who_wrote(const Evidence& evidence, std::string_view text, bool marks_follow) {
    const bool when = evidence.date || evidence.time;
    if (evidence.dashes_around) return evidence.wrote;
    if (evidence.wrote && evidence.colon) return evidence.date || evidence.address || (when && marks_follow);
    if (evidence.address_last && evidence.colon && when) return true;
    if (marks_follow && evidence.colon && evidence.date) return true;
    if (marks_follow && evidence.address && evidence.date) return true;
    return opens_with_gmt_date(text);
}

bool could_end_one(const Line& line, bool marks_follow) {
    if (line.text.size() > octets_max) return false;
    if (marks_follow) return true;
    const char last = line.text.back();
    return last == ':' || last == '-' || last == '*' || line.text.ends_with("：") || digit(line.text.front());
}

bool ends_a_sentence(std::string_view text) {
    return text.ends_with(".") || text.ends_with("!") || text.ends_with("?") || text.ends_with(":");
}

// The attribution "<ada@x.org> wrote:" goes on above, where its date is.
bool belongs_above(std::string_view text, const Evidence& below) {
    if (text.ends_with("<")) return true;
    if (below.date || ends_a_sentence(text)) return false;
    const Evidence above = evidence_in(text);
    return above.date || above.time ||
           (words_before_a_date().opening_of(text) > 0 &&
            text.find_first_of("0123456789") != std::string_view::npos);
}

// "Balance Program" above "<balance@x.org> wrote on Monday:": a name alone in its line, below an empty one
// and below what was answered.
bool is_name_above(const std::vector<Line>& lines, std::size_t first, std::size_t at,
                   std::string_view below) {
    const auto& line = lines[at];
    if (!below.starts_with("<") || at <= first || !lines[at - 1].blank()) return false;
    if (next_written(lines, first) == at || line.content.size() > name_octets_max) return false;
    return std::all_of(line.content.begin(), line.content.end(), [](char octet) {
        return octet != ',' && octet != '.' && octet != '!' && octet != '?' && octet != ':' && !digit(octet);
    });
}

// Some programs leave an empty line before a bracket in the midst of an attribution.
std::optional<std::size_t> line_above(const std::vector<Line>& lines, std::size_t first, std::size_t at) {
    if (at == first) return std::nullopt;
    std::size_t above = at - 1;
    if (lines[above].blank() && above > first && lines[at].content.starts_with("<")) --above;
    if (lines[above].blank() || lines[above].depth > 0 || lines[above].text.size() > octets_max)
        return std::nullopt;
    return above;
}

}

std::optional<LineRange> attribution_ending_at(const std::vector<Line>& lines, std::size_t first,
                                               std::size_t last) {
    const std::size_t next = next_written(lines, last + 1);
    const bool marks_follow = next < lines.size() && lines[next].depth > 0 && next <= last + 3;
    if (lines[last].blank() || lines[last].depth > 0 || !could_end_one(lines[last], marks_follow))
        return std::nullopt;
    std::string joined;
    std::optional<LineRange> found;
    std::optional<std::size_t> at = last;
    for (std::size_t count = 0; at && count < lines_max && joined.size() < octets_max; ++count) {
        const std::string plain = plain_letters(lines[*at].content);
        if (found && !belongs_above(plain, evidence_in(joined)) && !is_name_above(lines, first, *at, joined))
            break;
        if (!found && count > 0 && ends_a_sentence(plain)) break;
        joined = joined.empty() ? plain : plain + " " + joined;
        if (found || says_who_wrote(evidence_in(joined), joined, marks_follow))
            found = LineRange{*at, last + 1};
        at = line_above(lines, first, *at);
    }
    return found;
}

}
