// SPDX-License-Identifier: MIT
#include "workflow/reading/own_letters.h"

#include <algorithm>

#include "workflow/reading/plain_letters.h"

namespace mentoring {
namespace {

constexpr std::size_t run_words = 4;
constexpr std::size_t letter_octets_max = 64 * 1024;
constexpr std::size_t line_octets_max = 4 * 1024;
constexpr std::size_t lines_min = 2;  // recognised long lines that make a quotation

std::uint64_t hash_of(std::string_view word) {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
    for (const char octet : word) hash = (hash ^ static_cast<unsigned char>(octet)) * 1099511628211ULL;
    return hash;
}

bool word_octet(char octet) {
    return (octet >= 'a' && octet <= 'z') || (octet >= '0' && octet <= '9') ||
           static_cast<unsigned char>(octet) >= 0x80;
}

std::vector<std::uint64_t> words_of(std::string_view plain) {
    std::vector<std::uint64_t> words;
    for (std::size_t at = 0; at < plain.size();) {
        std::size_t end = at;
        while (end < plain.size() && word_octet(plain[end])) ++end;
        if (end > at) words.push_back(hash_of(plain.substr(at, end - at)));
        at = std::max(end, at + 1);
    }
    return words;
}

std::uint64_t joined(const std::vector<std::uint64_t>& words, std::size_t begin, std::size_t count) {
    std::uint64_t hash = count;
    for (std::size_t at = begin; at < begin + count; ++at) hash = (hash ^ words[at]) * 1099511628211ULL;
    return hash;
}

enum class Match { none, whole_line, run };

}

OwnLetters::OwnLetters(const std::vector<std::string>& letters) {
    for (const std::string& letter : letters) {
        const std::string plain = plain_letters(std::string_view(letter).substr(0, letter_octets_max));
        const auto words = words_of(plain);
        for (std::size_t at = 0; at + run_words <= words.size(); ++at)
            runs_.insert(joined(words, at, run_words));
        for (const Line& line : lines_of(plain)) {
            const auto own = words_of(line.content);
            if (!own.empty()) lines_.insert(joined(own, 0, own.size()));
        }
    }
}

bool OwnLetters::wrote(std::string_view plain) const {
    const auto words = words_of(plain);
    if (words.size() < run_words) return false;
    std::size_t known = 0;
    const std::size_t runs = words.size() - run_words + 1;
    for (std::size_t at = 0; at < runs; ++at) known += runs_.contains(joined(words, at, run_words));
    return known * 5 >= runs * 4;
}

std::vector<bool> OwnLetters::recognise(const std::vector<Line>& lines) const {
    std::vector<Match> matches(lines.size(), Match::none);
    std::size_t runs = 0;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const std::string plain = plain_letters(lines[at].content.substr(0, line_octets_max));
        const auto words = words_of(plain);
        if (wrote(plain))
            matches[at] = Match::run, ++runs;
        else if (!words.empty() && words.size() < run_words &&
                 lines_.contains(joined(words, 0, words.size())))
            matches[at] = Match::whole_line;
    }
    std::vector<bool> ours(lines.size(), false);
    if (runs < lines_min) return ours;
    bool after_ours = false;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (lines[at].blank()) continue;
        ours[at] = matches[at] == Match::run || (matches[at] == Match::whole_line && after_ours);
        after_ours = ours[at];
    }
    return ours;
}

}
