// SPDX-License-Identifier: MIT
#include "workflow/reading/signature.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "workflow/reading/plain_letters.h"
#include "workflow/reading/quotation.h"
#include "workflow/reading/signature_words.h"

namespace mentoring {
namespace {

constexpr std::size_t looked_at_max = 40;        // lines from the end
constexpr std::size_t lines_under_rule_max = 9;  // written lines that may follow a drawn rule
constexpr std::size_t list_rule_octets_min = 40;
constexpr std::size_t lines_under_dashes_max = 30;
constexpr std::size_t lines_under_device_max = 6;
constexpr std::size_t device_octets_max = 110;
constexpr std::size_t device_opening_octets = 64;
constexpr std::size_t name_octets_max = 40;
constexpr std::size_t name_words_max = 4;
constexpr std::size_t closing_words_max = 5;
constexpr std::size_t closing_lines_max = 4;
constexpr std::size_t contact_lines_max = 8;
constexpr std::size_t contact_lines_min = 2;
constexpr std::size_t signed_octets_min = 3;  // of a name signed by hand, that the name below shares
constexpr std::size_t opening_octets = 90;    // of a paragraph, enough to know it by

std::size_t words_in(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char octet : text) {
        const bool blank = octet == ' ' || octet == '\t';
        words += !blank && !inside;
        inside = !blank;
    }
    return words;
}

std::size_t written_between(const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
    std::size_t written = 0;
    for (std::size_t at = begin; at < end; ++at) written += !lines[at].blank();
    return written;
}

bool is_dash_delimiter(const Line& line) {
    return line.content == "--" || line.content == "- -";
}

bool opens_with_device(const Line& line) {
    if (line.content.size() > device_octets_max) return false;
    const std::string plain = plain_letters(line.content.substr(0, device_opening_octets));
    std::string_view text = plain;
    while (!text.empty() && std::string_view("-*_([~ ").find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
    return words_for_sent_from().opening_of(text) > 0;
}

bool opens_legal_note(const std::vector<Line>& lines, std::size_t begin, std::size_t at) {
    if (at > begin && !lines[at - 1].blank() && !is_rule(lines[at - 1])) return false;
    const std::string plain = plain_letters(lines[at].content.substr(0, opening_octets));
    std::string_view text = plain;
    while (!text.empty() && std::string_view("-*_([~= \"").find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
    return words_for_legal_note().opening_of(text) > 0;
}

bool upper_case(std::string_view word) {
    if (word.empty()) return false;
    const auto lead = static_cast<unsigned char>(word[0]);
    return (lead >= 'A' && lead <= 'Z') || lead >= 0xC3;
}

// "Ada Lindqvist", "Dr. A. Lindqvist", "Ada": few words, all but "van", "de", "y" with a capital, no
// sentence.
bool is_name(std::string_view text) {
    if (text.empty() || text.size() > name_octets_max || words_in(text) > name_words_max) return false;
    if (text.find_first_of("0123456789?!:@/") != std::string_view::npos) return false;
    if (text.ends_with(".") && words_in(text) > 1) return false;
    std::size_t capitals = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        capitals += upper_case(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return capitals * 2 >= words_in(text) && upper_case(text);
}

// "MD", "M.D.", "FACP", "PhD": short, capitals at both ends.
bool is_degree(std::string_view text) {
    constexpr std::size_t octets_min = 2, octets_max = 8;
    std::string letters;
    for (const char octet : text)
        if (octet != '.' && octet != '-') letters += octet;
    if (letters.size() < octets_min || letters.size() > octets_max) return false;
    const auto capital = [](char octet) { return octet >= 'A' && octet <= 'Z'; };
    return capital(letters.front()) && capital(letters.back()) &&
           std::all_of(letters.begin(), letters.end(), [](char octet) {
               return (octet >= 'A' && octet <= 'Z') || (octet >= 'a' && octet <= 'z');
           });
}

// "Ada Lindqvist MD FACS"
bool ends_with_degree(std::string_view text) {
    constexpr std::array<std::string_view, 10> degrees = {"MD",   "M.D.", "DO",    "D.O.", "PhD",
                                                          "FACS", "FACP", "FACOG", "FAAP", "MPH"};
    const auto blank = text.rfind(' ');
    if (blank == std::string_view::npos || text.find(' ') == blank || !is_name(text.substr(0, blank)))
        return false;
    return std::find(degrees.begin(), degrees.end(), text.substr(blank + 1)) != degrees.end();
}

// "Ada Lindqvist, MD, FACP"
bool is_name_with_degrees(std::string_view text) {
    const auto comma = text.find(',');
    if (comma == std::string_view::npos) return ends_with_degree(text);
    if (comma + 1 == text.size() || !is_name(text.substr(0, comma))) return false;
    for (auto rest = text.substr(comma + 1); !rest.empty();) {
        const auto end = std::min(rest.find(','), rest.size());
        if (!is_degree(trimmed(rest.substr(0, end)))) return false;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return true;
}

// "-Ada", as some sign.
bool is_dashed_name(const Line& line) {
    std::string_view text = line.content;
    if (text.starts_with("--")) return false;
    if (text.starts_with("-"))
        text.remove_prefix(1);
    else if (text.starts_with("–"))
        text.remove_prefix(std::string_view("–").size());
    else
        return false;
    if (text.empty() || text.front() == ' ' || text.front() == '-' || words_in(text) > 3) return false;
    if (text.size() > name_octets_max || text.find_first_of("0123456789?!:@/(>") != std::string_view::npos)
        return false;
    return words_in(text) == 1 || is_name(text);
}

bool is_phone(std::string_view text) {
    std::size_t digits = 0;
    std::size_t letters = 0;
    for (const char octet : text) {
        digits += octet >= '0' && octet <= '9';
        letters += (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
    }
    return digits >= 6 && letters <= 12 && digits >= letters;
}

bool is_contact(const Line& line) {
    const std::string_view text = line.content;
    if (words_in(text) > 6) return false;
    const bool alone = words_in(text) <= 3;
    const bool address = text.find('@') != std::string_view::npos && text.find('.') != std::string_view::npos;
    const bool place =
        text.find("www.") != std::string_view::npos || text.starts_with("http") || text.starts_with("<http");
    return (alone && (address || place)) || is_phone(text);
}

std::size_t last_written(const std::vector<Line>& lines, LineRange written) {
    std::size_t end = written.end;
    while (end > written.begin && lines[end - 1].blank()) --end;
    return end;
}

bool at_most_follow(const std::vector<Line>& lines, std::size_t at, std::size_t end, std::size_t most) {
    std::size_t written = 0;
    for (std::size_t next = at + 1; next < end && written <= most; ++next) written += !lines[next].blank();
    return written <= most;
}

bool is_closing(std::string_view content) {
    if (content.size() > name_octets_max * 2 || words_in(content) > closing_words_max) return false;
    return words_for_closing().opening_of(plain_letters(content)) > 0;
}

// The long line that list servers draw above their foot.
bool is_list_rule(const Line& line) {
    return line.content.size() >= list_rule_octets_min &&
           line.content.find_first_not_of('_') == std::string_view::npos;
}

// What follows a drawn rule is a signature only if it looks like one: people draw rules between thoughts too.
bool looks_signed(const std::vector<Line>& lines, std::size_t rule, std::size_t end) {
    if (is_list_rule(lines[rule])) return true;
    std::size_t at = next_written(lines, rule + 1);
    while (at < end && is_rule(lines[at])) at = next_written(lines, at + 1);
    if (at >= end || is_name(lines[at].content) || is_closing(lines[at].content) ||
        opens_with_device(lines[at]))
        return true;
    if (opens_legal_note(lines, rule, at)) return true;
    const std::size_t look = std::min(end, at + lines_under_rule_max);
    return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(at),
                       lines.begin() + static_cast<std::ptrdiff_t>(look),
                       [](const Line& line) { return is_contact(line); });
}

bool begins_signature(const std::vector<Line>& lines, LineRange written, std::size_t at) {
    const Line& line = lines[at];
    if (line.blank()) return false;
    if (is_dash_delimiter(line)) return at_most_follow(lines, at, written.end, lines_under_dashes_max);
    if (is_rule(line))
        return at_most_follow(lines, at, written.end, lines_under_rule_max) &&
               looks_signed(lines, at, written.end);
    if (opens_with_device(line)) return at_most_follow(lines, at, written.end, lines_under_device_max);
    return opens_legal_note(lines, written.begin, at);
}

// A last paragraph of few lines, where others stand above it.
std::optional<LineRange> short_last_paragraph(const std::vector<Line>& lines, LineRange written) {
    const std::size_t end = last_written(lines, written);
    std::size_t begin = end;
    while (begin > written.begin && !lines[begin - 1].blank() && end - begin <= contact_lines_max) --begin;
    const bool apart = begin > written.begin && lines[begin - 1].blank();
    return apart && begin < end && end - begin <= contact_lines_max ? std::optional{LineRange{begin, end}}
                                                                    : std::nullopt;
}

// A last paragraph under a name with degrees: titles, places, numbers.
std::size_t titled_block_begin(const std::vector<Line>& lines, LineRange written) {
    const auto block = short_last_paragraph(lines, written);
    return block && is_name_with_degrees(lines[block->begin].content) ? block->begin
                                                                      : last_written(lines, written);
}

// "Tom" above "Tom Whitfield": signed by hand, and then by the program.
bool signed_above(const std::vector<Line>& lines, std::size_t begin, std::size_t name) {
    std::size_t above = name;
    while (above > begin && lines[above - 1].blank()) --above;
    if (above == begin || words_in(lines[name].content) < 2) return false;
    const std::string_view hand = lines[above - 1].content;
    if (!is_name(hand) || words_in(hand) > 1 || hand.size() < signed_octets_min) return false;
    return plain_letters(lines[name].content).starts_with(plain_letters(hand).substr(0, signed_octets_min));
}

// A paragraph of contact lines at the end, the name first.
std::size_t contact_block_begin(const std::vector<Line>& lines, LineRange written) {
    const auto block = short_last_paragraph(lines, written);
    if (!block || !is_name(lines[block->begin].content)) return written.end;
    if (block->end - block->begin > 1 && signed_above(lines, written.begin, block->begin))
        return block->begin;
    const auto contacts = static_cast<std::size_t>(
        std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(block->begin),
                      lines.begin() + static_cast<std::ptrdiff_t>(block->end), is_contact));
    const bool whole = contacts >= contact_lines_min && contacts * 2 >= block->end - block->begin;
    return whole ? block->begin : written.end;
}

// A name alone above "Sent from my phone".
std::size_t with_name_above(const std::vector<Line>& lines, std::size_t begin, std::size_t cut) {
    if (cut < begin + 2 || !lines[cut - 2].blank() || lines[cut - 1].blank()) return cut;
    return is_name(lines[cut - 1].content) && written_between(lines, begin, cut - 1) > 0 ? cut - 1 : cut;
}

std::size_t without_dashed_name(const std::vector<Line>& lines, std::size_t begin, std::size_t cut) {
    const std::size_t end = last_written(lines, {begin, cut});
    return end > begin && is_dashed_name(lines[end - 1]) && written_between(lines, begin, end - 1) > 0
               ? end - 1
               : cut;
}

// Under a closing only names, titles and the like may stand.
bool only_names_follow(const std::vector<Line>& lines, std::size_t at, std::size_t end) {
    for (; at < end; ++at) {
        if (lines[at].blank()) continue;
        if (is_name_with_degrees(lines[at].content))
            return written_between(lines, at, end) <= contact_lines_max;
        if (!is_name(lines[at].content) && !is_contact(lines[at])) return false;
    }
    return true;
}

bool is_own_name(std::string_view content, std::string_view names) {
    if (names.empty() || !is_name(content)) return false;
    const std::string plain = plain_letters(content);
    for (std::string_view rest = plain; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(" .,"), rest.size());
        if (end > 0 && !has_phrase(names, rest.substr(0, end))) return false;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return true;
}

// "Regards, Ada" on one line.
bool closing_with_name(std::string_view content) {
    const std::size_t comma = content.find(',');
    return comma != std::string_view::npos && is_closing(content) &&
           is_name(trimmed(content.substr(comma + 1)));
}

}

std::size_t signature_begin(const std::vector<Line>& lines, LineRange written) {
    const std::size_t end = last_written(lines, written);
    std::size_t cut = written.end;
    const std::size_t from = end > written.begin + looked_at_max ? end - looked_at_max : written.begin;
    for (std::size_t at = from; at < end && cut == written.end; ++at)
        if (begins_signature(lines, written, at))
            cut = opens_with_device(lines[at]) ? with_name_above(lines, written.begin, at) : at;
    cut = without_dashed_name(lines, written.begin, cut);
    return contact_block_begin(lines, {written.begin, cut});
}

std::size_t closing_begin(const std::vector<Line>& lines, LineRange written, std::string_view names) {
    const std::size_t end = last_written(lines, written);
    std::size_t at = titled_block_begin(lines, written);
    std::size_t begin = at < end ? at : written.end;
    for (std::size_t looked = 0; at > written.begin && looked < closing_lines_max; ++looked) {
        --at;
        while (at > written.begin && lines[at].blank()) --at;
        if (written_between(lines, written.begin, at) == 0) break;
        const std::string_view content = lines[at].content;
        if (looked == 0 && is_own_name(content, names)) begin = at;
        if (closing_with_name(content) && only_names_follow(lines, at + 1, end)) return at;
        if (is_closing(content) && at + 1 < end && only_names_follow(lines, at + 1, end)) return at;
    }
    return begin;
}

std::size_t banner_end(const std::vector<Line>& lines, LineRange written) {
    const std::size_t first = next_written(lines, written.begin);
    if (first >= written.end) return written.begin;
    const std::string plain = plain_letters(lines[first].content.substr(0, opening_octets));
    if (words_for_outside_banner().opening_of(plain) == 0) return written.begin;
    std::size_t end = first;
    while (end < written.end && !lines[end].blank()) ++end;
    return end < written.end ? end : written.begin;
}

}
