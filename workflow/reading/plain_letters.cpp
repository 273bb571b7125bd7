// SPDX-License-Identifier: MIT
#include "workflow/reading/plain_letters.h"

#include <algorithm>
#include <bitset>

namespace mentoring {
namespace {

// U+00C0 to U+00FF; a blank stands for "copied as it is".
constexpr std::string_view latin_1 = "aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy y";
// U+0100 to U+017F.
constexpr std::string_view latin_a =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkklllllll"
    "lllnnnnnnnnnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_1.size() == 0x40 && latin_a.size() == 0x80);

constexpr char32_t cut_short = 0xFFFFFFFF;

struct Point {
    char32_t value = cut_short;
    std::size_t octets = 1;
};

bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

char32_t bits(std::string_view text, std::size_t at, unsigned mask) {
    return static_cast<unsigned char>(text[at]) & mask;
}

Point point_at(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return {lead, 1};
    if (lead >= 0xC2 && lead < 0xE0 && continues(text, 1))
        return {bits(text, 0, 0x1F) << 6 | bits(text, 1, 0x3F), 2};
    if (lead >= 0xE0 && lead < 0xF0 && continues(text, 1) && continues(text, 2))
        return {bits(text, 0, 0x0F) << 12 | bits(text, 1, 0x3F) << 6 | bits(text, 2, 0x3F), 3};
    return {};
}

bool within(char32_t point, char32_t first, char32_t last) {
    return point >= first && point <= last;
}

bool invisible(char32_t point) {
    return point == 0xAD || within(point, 0x300, 0x36F) || within(point, 0x200B, 0x200F) ||
           within(point, 0x202A, 0x202E) || within(point, 0x2060, 0x2069) || point == 0xFEFF ||
           point == 0x1427;
}

bool spaces(char32_t point) {
    return point == 0xA0 || within(point, 0x2000, 0x200A) || point == 0x202F || point == 0x3000;
}

char latin(char32_t point) {
    if (within(point, 0xC0, 0xFF)) return latin_1[point - 0xC0];
    if (within(point, 0x100, 0x17F)) return latin_a[point - 0x100];
    if (within(point, 0x218, 0x219)) return 's';
    if (within(point, 0x21A, 0x21B)) return 't';
    if (within(point, 0x1A0, 0x1A1)) return 'o';
    if (within(point, 0x1AF, 0x1B0)) return 'u';
    if (within(point, 0x1EA0, 0x1EB7)) return 'a';
    if (within(point, 0x1EB8, 0x1EC7)) return 'e';
    if (within(point, 0x1EC8, 0x1ECB)) return 'i';
    if (within(point, 0x1ECC, 0x1EE3)) return 'o';
    if (within(point, 0x1EE4, 0x1EF1)) return 'u';
    if (within(point, 0x1EF2, 0x1EF9)) return 'y';
    return ' ';
}

char typographic(char32_t point) {
    if (within(point, 0x2018, 0x201B) || point == 0x2032) return '\'';
    if (within(point, 0x201C, 0x201F) || point == 0xAB || point == 0xBB) return '"';
    if (within(point, 0x2010, 0x2015) || point == 0x2212) return '-';
    if (within(point, 0xFF01, 0xFF5E)) return static_cast<char>(point - 0xFF01 + '!');
    if (within(point, 0x660, 0x669)) return static_cast<char>(point - 0x660 + '0');  // Arabic digits
    if (within(point, 0x6F0, 0x6F9)) return static_cast<char>(point - 0x6F0 + '0');  // Persian ones
    if (point == 0x3001) return ',';
    if (point == 0x3002) return '.';
    return '\0';
}

char32_t lower_greek_or_cyrillic(char32_t point) {
    if (within(point, 0x391, 0x3A9)) return point + 0x20;
    if (within(point, 0x410, 0x42F)) return point + 0x20;
    if (within(point, 0x400, 0x40F)) point += 0x50;
    switch (point) {
        case 0x386:
        case 0x3AC:
            return 0x3B1;
        case 0x388:
        case 0x3AD:
            return 0x3B5;
        case 0x389:
        case 0x3AE:
            return 0x3B7;
        case 0x38A:
        case 0x3AF:
            return 0x3B9;
        case 0x38C:
        case 0x3CC:
            return 0x3BF;
        case 0x38E:
        case 0x3CD:
            return 0x3C5;
        case 0x38F:
        case 0x3CE:
            return 0x3C9;
        case 0x451:
            return 0x435;
        default:
            return point;
    }
}

char lower(char octet) {
    return octet >= 'A' && octet <= 'Z' ? static_cast<char>(octet + 32) : octet;
}

void append_two_octets(std::string& out, char32_t point) {
    out += static_cast<char>(0xC0 | point >> 6);
    out += static_cast<char>(0x80 | (point & 0x3F));
}

void append(std::string& out, std::string_view octets, char32_t point) {
    if (invisible(point)) return;
    if (spaces(point)) {
        out += ' ';
    } else if (point == 0xDF) {
        out += "ss";
    } else if (point == 0xC6 || point == 0xE6) {
        out += "ae";
    } else if (point == 0x2026) {
        out += "...";
    } else if (const char base = latin(point); base != ' ') {
        out += base;
    } else if (const char sign = typographic(point); sign != '\0') {
        out += lower(sign);
    } else if (within(point, 0x370, 0x45F)) {
        append_two_octets(out, lower_greek_or_cyrillic(point));
    } else {
        out += octets;
    }
}

bool word_octet(char octet) {
    return (octet >= 'a' && octet <= 'z') || (octet >= '0' && octet <= '9');
}

}

std::string plain_letters(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (auto rest = utf8; !rest.empty();) {
        const auto wide = std::find_if(rest.begin(), rest.end(),
                                       [](char octet) { return static_cast<unsigned char>(octet) >= 0x80; });
        const auto plain = static_cast<std::size_t>(wide - rest.begin());
        const auto from = out.size();
        out += rest.substr(0, plain);
        std::transform(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(),
                       out.begin() + static_cast<std::ptrdiff_t>(from), lower);
        rest.remove_prefix(plain);
        if (rest.empty()) break;
        const Point point = point_at(rest);
        append(out, rest.substr(0, point.octets), point.value);
        rest.remove_prefix(point.octets);
    }
    return out;
}

std::size_t blank_octets(std::string_view text) {
    if (text.empty()) return 0;
    if (text[0] == ' ' || text[0] == '\t') return 1;
    if (static_cast<unsigned char>(text[0]) < 0x80) return 0;
    const Point point = point_at(text);
    return spaces(point.value) || invisible(point.value) ? point.octets : 0;
}

std::vector<std::string> plain_letters_of(std::initializer_list<std::string_view> phrases) {
    std::vector<std::string> plain;
    for (const std::string_view phrase : phrases) plain.push_back(plain_letters(phrase));
    return plain;
}

bool has_phrase(std::string_view text, std::string_view phrase) {
    for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        const bool opens = at == 0 || !word_octet(text[at - 1]) || !word_octet(phrase.front());
        const bool closes = end == text.size() || !word_octet(text[end]) || !word_octet(phrase.back());
        if (opens && closes) return true;
    }
    return false;
}

bool has_any_phrase(std::string_view text, const std::vector<std::string>& phrases) {
    // Most phrases are ruled out by the letters that words of the text begin with.
    std::bitset<256> beginnings;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (at == 0 || !word_octet(text[at - 1]) || !word_octet(text[at]))
            beginnings.set(static_cast<unsigned char>(text[at]));
    return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
        return beginnings.test(static_cast<unsigned char>(phrase.front())) && has_phrase(text, phrase);
    });
}

bool opens_with(std::string_view text, std::string_view phrase) {
    return text.starts_with(phrase) &&
           (text.size() == phrase.size() || !word_octet(text[phrase.size()]) || !word_octet(phrase.back()));
}

std::vector<std::string> plain_phrases(std::string_view table) {
    std::vector<std::string> phrases;
    for (;;) {
        const std::size_t end = std::min(table.find('|'), table.size());
        phrases.push_back(plain_letters(table.substr(0, end)));
        if (end == table.size()) return phrases;
        table.remove_prefix(end + 1);
    }
}

Openings::Openings(std::initializer_list<std::string_view> phrases) {
    add(plain_letters_of(phrases));
}

Openings::Openings(std::string_view table) {
    add(plain_phrases(table));
}

void Openings::add(std::vector<std::string> phrases) {
    for (std::string& phrase : phrases)
        if (!phrase.empty())
            drawers_[static_cast<unsigned char>(phrase.front())].push_back(std::move(phrase));
}

std::size_t Openings::opening_of(std::string_view plain) const {
    std::size_t longest = 0;
    if (plain.empty()) return longest;
    for (const std::string& phrase : drawers_[static_cast<unsigned char>(plain.front())])
        if (phrase.size() > longest && opens_with(plain, phrase)) longest = phrase.size();
    return longest;
}

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

}
