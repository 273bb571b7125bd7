// SPDX-License-Identifier: MIT
// Phrases and what they mean, found in a run of tokens: the longest phrase at a place wins. Matching costs a
// bounded number of steps a token, however many phrases there are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "workflow/reading/sense.h"
#include "workflow/reading/tokens.h"

namespace mentoring {

// One meaning of a phrase: "mars" is month 3 in French.
struct Meaning {
    Sense sense;
    int value = 0;
    std::uint8_t language = 0;  // place in Words::languages
    bool operator==(const Meaning&) const = default;
};

// A phrase found at a place.
struct PhraseFound {
    std::size_t length = 0;  // in tokens
    std::vector<Meaning> meanings;
};

class Lexicon {
public:
    static constexpr std::size_t phrase_words_max = 12;
    static constexpr std::size_t gap_words_max = 3;

    // `phrase` is folded. In it "_" stands for any one word and "*" for up to gap_words_max words. False
    // where it is empty or too long, or begins or ends with a gap.
    bool add(std::string_view phrase, Meaning meaning);

    // The longest phrase beginning at `at` of which a meaning is wanted; only wanted meanings are returned.
    std::optional<PhraseFound> find(const std::vector<Token>& tokens, std::size_t at,
                                    const std::function<bool(const Meaning&)>& wanted) const;

    // The value of the one-word phrase in that sense.
    std::optional<int> value_of(std::string_view word, Sense sense) const;

    // What the word is short for.
    std::optional<std::string_view> long_form(std::string_view word) const;

    // Whether the word occurs in any phrase.
    bool knows(std::string_view word) const;

    // The one word of consequence that `word` misspells by a single letter: both of at least five letters,
    // the first letter the same. Nothing where two are as near.
    std::optional<std::string_view> near(std::string_view word) const;

private:
    using WordId = std::uint32_t;
    using NodeId = std::uint32_t;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <typename Value>
    using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    struct Search;

    WordId word_id(std::string_view word);
    NodeId child(NodeId parent, WordId word);
    std::optional<NodeId> step(NodeId parent, WordId word) const;
    bool mean_the_same(std::string_view left, std::string_view right) const;
    void remember_shortened(std::string_view word, WordId id);

    ByText<WordId> ids_;
    std::vector<std::string> spellings_;                 // by word id
    std::unordered_map<std::uint64_t, NodeId> nodes_;    // parent and word → child
    std::vector<std::vector<Meaning>> meanings_ = {{}};  // by node; node 0 is the root
    std::unordered_set<WordId> corrected_;
    ByText<WordId> short_for_;
    ByText<std::vector<WordId>> shortened_;  // a word less one letter → the words it may be
};

}
