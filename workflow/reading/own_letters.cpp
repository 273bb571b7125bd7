// SPDX-License-Identifier: MIT
#include "workflow/reading/own_letters.h"

#include <algorithm>

#include "workflow/reading/plain_letters.h"

namespace mentoring {
namespace {

constexpr std::size_t run_words = 4;
constexpr std::size_t letter_octets_max = 64 * 1024;
constexpr std::size_t line_octets_max = 4 * 1024;
constexpr std::size_t lines_min = 2;       // recognised lines that make a quotation
constexpr std::size_t lone_words_min = 5;  // of a recognised line by itself

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

struct Word {
    std::uint64_t hash = 0;
    std::size_t line = 0;
    bool ours = false;
};

std::vector<Word> words_of(const std::vector<Line>& lines) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < lines.size(); ++at)
        for (const std::uint64_t hash : words_of(plain_letters(lines[at].content.substr(0, line_octets_max))))
            words.push_back({hash, at, false});
    return words;
}

std::uint64_t joined(const auto& words, std::size_t begin, auto hash_at) {
    std::uint64_t hash = run_words;
    for (std::size_t at = begin; at < begin + run_words; ++at)
        hash = (hash ^ hash_at(words[at])) * 1099511628211ULL;
    return hash;
}

struct Count {
    std::size_t words = 0;
    std::size_t ours = 0;
    bool recognised() const { return words > 0 && ours * 5 >= words * 4; }
};

// Lines next to each other that are ours, blank lines between them not counted.
struct Block {
    std::vector<std::size_t> lines;
    std::size_t words = 0;
};

std::vector<Block> blocks_of(const std::vector<Count>& counts) {
    std::vector<Block> blocks;
    bool open = false;
    for (std::size_t at = 0; at < counts.size(); ++at) {
        if (counts[at].words == 0) continue;
        if (!counts[at].recognised()) {
            open = false;
            continue;
        }
        if (!open) blocks.push_back({});
        open = true;
        blocks.back().lines.push_back(at);
        blocks.back().words += counts[at].words;
    }
    return blocks;
}

}

OwnLetters::OwnLetters(const std::vector<std::string>& letters) {
    for (const std::string& letter : letters) {
        const auto words = words_of(plain_letters(std::string_view(letter).substr(0, letter_octets_max)));
        for (std::size_t at = 0; at + run_words <= words.size(); ++at)
            runs_.insert(joined(words, at, [](std::uint64_t hash) { return hash; }));
    }
}

std::vector<bool> OwnLetters::recognise(const std::vector<Line>& lines) const {
    std::vector<Word> words = words_of(lines);
    for (std::size_t at = 0; at + run_words <= words.size(); ++at) {
        if (!runs_.contains(joined(words, at, [](const Word& word) { return word.hash; }))) continue;
        for (std::size_t within = at; within < at + run_words; ++within) words[within].ours = true;
    }
    std::vector<Count> counts(lines.size());
    for (const Word& word : words) {
        ++counts[word.line].words;
        counts[word.line].ours += word.ours;
    }
    const std::vector<Block> blocks = blocks_of(counts);
    std::vector<bool> ours(lines.size(), false);
    std::size_t recognised = 0;
    for (const Block& block : blocks) recognised += block.lines.size();
    if (recognised < lines_min) return ours;
    for (const Block& block : blocks)
        if (block.lines.size() > 1 || block.words >= lone_words_min)
            for (const std::size_t line : block.lines) ours[line] = true;
    return ours;
}

}
