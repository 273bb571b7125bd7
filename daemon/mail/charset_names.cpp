// SPDX-License-Identifier: MIT
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <utility>

#include "daemon/mail/charset.h"

namespace mentoring {

namespace {

constexpr std::size_t charset_name_octets_max = 40;

// What mails say and what they mean: mostly the vendor's superset of the standard that is named.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> aliases = {{
    {"ascii", "us-ascii"},
    {"ansi_x3.4-1968", "us-ascii"},
    {"us_ascii", "us-ascii"},
    {"ansi", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"8859-1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"cp-1252", "windows-1252"},
    {"utf8", "utf-8"},
    {"utf-8-mac", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"x-unicode20utf8", "utf-8"},
    {"unicode-1-1-utf-7", "utf-7"},
    {"x-unicode-2-0-utf-7", "utf-7"},
    {"utf7", "utf-7"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"iso-8859-8-e", "iso-8859-8"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"ks_c_5601-1987", "windows-949"},
    {"euc-kr", "windows-949"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
}};

std::string lower_name(std::string_view name) {
    std::string lowered;
    for (const char c : name) {
        if (c == '"' || c == '\'' || c == ' ' || c == '\t') continue;
        lowered += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return lowered.size() > charset_name_octets_max ? std::string{} : lowered;
}

}

std::string known_charset(std::string_view name) {
    auto lowered = lower_name(name);
    const auto alias =
        std::find_if(aliases.begin(), aliases.end(), [&](const auto& each) { return each.first == lowered; });
    if (alias != aliases.end()) return std::string(alias->second);
    if (lowered.empty() || lowered == "utf-8" || lowered == "us-ascii") return lowered;
    if (lowered.starts_with("x-")) lowered.erase(0, 2);
    for (const auto& candidate : {lowered, lowered.starts_with("cp-") ? "cp" + lowered.substr(3) : lowered}) {
        UErrorCode error = U_ZERO_ERROR;
        if (ucnv_getStandardName(candidate.c_str(), "IANA", &error) != nullptr ||
            ucnv_countAliases(candidate.c_str(), &error) > 0)
            return candidate;
    }
    return {};
}

}
