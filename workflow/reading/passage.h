// SPDX-License-Identifier: MIT
// A text as reading sees it: its tokens, the signs found in them, and its sentences and clauses.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "workflow/model/folded_text.h"
#include "workflow/reading/lexicon.h"
#include "workflow/reading/tokens.h"

namespace mentoring {

// A phrase with one of its meanings. A phrase of several meanings gives several signs of the same place.
struct Sign {
    Sense sense;
    int value = 0;
    std::uint8_t language = 0;
    std::size_t first = 0, last = 0;  // tokens [first, last)
};

enum class ClauseOpening { plain, comma, mark, contrast, because };

struct Clause {
    std::size_t first = 0, last = 0;  // tokens
    std::size_t sentence = 0;
    ClauseOpening opening = ClauseOpening::plain;  // what parts it from the clause before
};

struct Sentence {
    std::size_t first = 0, last = 0;  // tokens, its end mark included
    bool asked = false;               // ends with a question mark, or opens with one of Spanish
    bool own_lines = false;           // begins a line
    bool after_blank = false;         // begins a paragraph that is not the first
};

// In figures or as a word.
struct WrittenNumber {
    int value = 0;
    std::size_t last = 0;  // the token behind it
};

struct Passage {
    const FoldedText* text = nullptr;
    std::vector<Token> tokens;
    std::vector<Sign> signs;  // by first token
    std::vector<Sentence> sentences;
    std::vector<Clause> clauses;

    // The signs that begin in [first, last).
    std::span<const Sign> signs_in(std::size_t first, std::size_t last) const;
    bool has(Sense sense, std::size_t first, std::size_t last) const;
    bool has_valued(Sense sense, int value, std::size_t first, std::size_t last) const;
    // The sign of that sense that begins at `at`.
    std::optional<Sign> sign_at(Sense sense, std::size_t at) const;
    // In capitals.
    bool is_shouted(const Sign& sign) const { return tokens[sign.first].letters == Token::Letters::upper; }
    // The number written in figures there; `figure_too_large` where it is none of ours.
    std::optional<int> figure_at(std::size_t at) const;
    std::optional<WrittenNumber> number_at(std::size_t at) const;
    // What was originally written from token `first` to token `last`, without marks and blanks at both ends.
    std::string written(std::size_t first, std::size_t last) const;
};

constexpr int figure_too_large = 999'999;

// Whether such a word, or one of the sense, stands in [first, last), though a longer phrase may hide it.
bool holds(const Lexicon& lexicon, const Passage& passage, const std::function<bool(const Meaning&)>& wanted,
           std::size_t first, std::size_t last);
bool holds(const Lexicon& lexicon, const Passage& passage, Sense sense, std::size_t first, std::size_t last);
// The phrase holds the word of command of what it says: "I object", and not "I'd rather keep going".
bool holds_its_command(const Lexicon& lexicon, const Passage& passage, const Sign& sign);

// By token: one more than the place of the last word of the sense up to it, 0 where there is none.
std::vector<std::size_t> last_places(const Lexicon& lexicon, const Passage& passage, Sense sense);

// The same tokens with the signs of days, rhythms and ways of meeting alone, which longer phrases hide: "we
// had a call" says that they met, and how.
Passage facts_of(const Passage& passage, const Lexicon& lexicon);

// `wanted` chooses the meanings that count; words for which `guarded` holds are never taken for misspelt
// words of the lexicon. The passage points into `text` and the lexicon, which must outlive it.
Passage passage_of(const Lexicon& lexicon, const FoldedText& text,
                   const std::function<bool(const Meaning&)>& wanted,
                   const std::function<bool(std::string_view)>& guarded);

}
