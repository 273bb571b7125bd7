// SPDX-License-Identifier: MIT
#include "daemon/mail/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <utility>

#include "daemon/mail/utf8.h"

namespace mentoring {

namespace {

constexpr char32_t table_end = 0x800;  // two octets of UTF-8: Latin, Greek, Cyrillic, Hebrew, Arabic

// What normalisation leaves alone and people still type both ways.
constexpr std::array<std::pair<char32_t, std::string_view>, 48> variants = {{
    {0x00A0, " "},  {0x00AB, "\""}, {0x00AD, ""},   {0x00B4, "'"},  {0x00B7, "."},   {0x00BB, "\""},
    {0x00C6, "ae"}, {0x00D0, "d"},  {0x00D8, "o"},  {0x00DE, "th"}, {0x00DF, "ss"},  {0x00E6, "ae"},
    {0x00F0, "d"},  {0x00F8, "o"},  {0x00FE, "th"}, {0x0110, "d"},  {0x0111, "d"},   {0x0126, "h"},
    {0x0127, "h"},  {0x0131, "i"},  {0x0141, "l"},  {0x0142, "l"},  {0x014A, "n"},   {0x014B, "n"},
    {0x0152, "oe"}, {0x0153, "oe"}, {0x0166, "t"},  {0x0167, "t"},  {0x02BC, "'"},   {0x02C6, "^"},
    {0x02DC, "~"},  {0x1E9E, "ss"}, {0x2018, "'"},  {0x2019, "'"},  {0x201A, "'"},   {0x201B, "'"},
    {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""}, {0x201F, "\""}, {0x2026, "..."}, {0x2028, "\n"},
    {0x2029, "\n"}, {0x2032, "'"},  {0x2033, "\""}, {0x2039, "'"},  {0x203A, "'"},   {0x2212, "-"},
}};

bool is_mark_on_letter(char32_t c) {
    UErrorCode error = U_ZERO_ERROR;
    const auto point = static_cast<UChar32>(c);
    return u_charType(point) == U_NON_SPACING_MARK && uscript_getScript(point, &error) == USCRIPT_INHERITED;
}

void append_folded(char32_t c, std::string& out) {
    const auto variant =
        std::lower_bound(variants.begin(), variants.end(), c,
                         [](const auto& each, char32_t wanted) { return each.first < wanted; });
    if (variant != variants.end() && variant->first == c) {
        out += variant->second;
        return;
    }
    const auto point = static_cast<UChar32>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
    const auto type = u_charType(point);
    if (type == U_DASH_PUNCTUATION)
        out += '-';
    else if (type == U_SPACE_SEPARATOR)
        out += ' ';
    else if (type != U_FORMAT_CHAR && !is_mark_on_letter(static_cast<char32_t>(point))) {
        append_code_point(out, static_cast<char32_t>(point));
    }
}

std::string folded_code_point(char32_t c) {
    UErrorCode error = U_ZERO_ERROR;
    const auto* decomposition = icu::Normalizer2::getNFKDInstance(error);
    icu::UnicodeString parts;
    std::string out;
    const auto point = static_cast<UChar32>(c);
    const bool keeps_shape =
        std::binary_search(variants.begin(), variants.end(), std::pair(c, std::string_view{}),
                           [](const auto& a, const auto& b) { return a.first < b.first; });
    if (keeps_shape || U_FAILURE(error) || !decomposition->getDecomposition(point, parts)) {
        append_folded(c, out);
        return out;
    }
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1))
        append_folded(static_cast<char32_t>(parts.char32At(i)), out);
    return out;
}

const std::string& folded_by_table(char32_t c) {
    static const auto table = [] {
        std::array<std::string, table_end> folded;
        for (char32_t each = 0x80; each < table_end; ++each) folded[each] = folded_code_point(each);
        return folded;
    }();
    return table[c];
}

void append_fold(FoldedText& text, std::string_view folded, std::size_t origin) {
    text.folded += folded;
    text.origin.insert(text.origin.end(), folded.size(), static_cast<std::uint32_t>(origin));
}

void fold_wide(FoldedText& text, std::string_view utf8, std::size_t& at) {
    const auto begin = at;
    const auto c = next_code_point(utf8, at);
    if (c == no_code_point)
        append_fold(text, "\xEF\xBF\xBD", begin);
    else if (c < table_end)
        append_fold(text, folded_by_table(c), begin);
    else
        append_fold(text, folded_code_point(c), begin);
}

}

FoldedText fold(std::string_view utf8) {
    FoldedText text{std::string(utf8), {}, {}};
    text.folded.reserve(utf8.size());
    text.origin.reserve(utf8.size() + 1);
    std::size_t at = 0;
    while (at < utf8.size() && text.folded.size() < folded_octets_max) {
        const char c = utf8[at];
        if (static_cast<unsigned char>(c) >= 0x80) {
            fold_wide(text, utf8, at);
            continue;
        }
        text.folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        text.origin.push_back(static_cast<std::uint32_t>(at++));
    }
    text.origin.push_back(static_cast<std::uint32_t>(at));
    return text;
}

}
