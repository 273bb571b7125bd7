// SPDX-License-Identifier: MIT
// Phrases and what they mean, found in a run of tokens: the longest phrase at a place wins. Phrases are paths
// of words from one root. Behind alternatives that are not the end of a phrase its paths join again in a node
// of its own, so that "(he|she|they) (will|would) (hurt|kill) me" costs eight steps and not twelve phrases.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "workflow/model/folded_text.h"
#include "workflow/reading/respelling.h"
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

using Alternatives = std::vector<FoldedText>;  // "went", "has gone"; an empty one may be left out

// A phrase found at a place.
struct PhraseFound {
    std::size_t length = 0;  // in tokens
    std::vector<Meaning> meanings;
};

class Lexicon {
public:
    static constexpr std::size_t phrase_words_max = 12;
    static constexpr std::size_t gap_words_max = 3;

    // For what is read and for phrases that are added from now on.
    void respell_by(const Respelling& respelling) { respelling_ = respelling; }
    const Respelling& respelling() const { return respelling_; }

    // In a phrase "_" stands for any one word and "*" for up to gap_words_max words, none of them a negation.
    // False where it can be
    // empty or too long, or can begin or end with a gap.
    bool add(const std::vector<Alternatives>& phrase, Meaning meaning);

    // The longest phrase beginning at `at` of which a meaning is wanted; only wanted meanings are returned.
    std::optional<PhraseFound> find(const std::vector<Token>& tokens, std::size_t at,
                                    const std::function<bool(const Meaning&)>& wanted) const;

    // Whether the word occurs in any phrase.
    bool knows(std::string_view word) const;

    // The one word of consequence that `word` misspells by a single letter: both of at least five letters,
    // the first letter the same. Nothing where two are as near.
    std::optional<std::string_view> near(std::string_view word) const;

private:
    using WordId = std::uint32_t;
    using NodeId = std::uint32_t;
    using MeaningsId = std::uint32_t;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <typename Value>
    using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    struct Search;
    using Words = std::vector<Token>;

    WordId word_id(std::string_view word);
    bool can_stand_in_a_gap(const Token& token) const;
    void remember_negation(const std::vector<std::vector<Words>>& phrase);
    NodeId fresh_node();
    NodeId child(NodeId parent, WordId word);
    std::optional<NodeId> step(NodeId parent, WordId word) const;
    std::vector<std::vector<Words>> words_of(const std::vector<Alternatives>& phrase) const;
    NodeId walk(NodeId from, const Words& words, std::size_t number);
    std::vector<NodeId> ends_of(const std::vector<NodeId>& begins, const std::vector<Words>& alternatives,
                                bool last);
    void remember_words(const Words& words, Sense sense);
    const std::vector<Meaning>& meanings_at(NodeId node) const { return sets_[meanings_[node]]; }
    void mean(NodeId node, const Meaning& meaning);
    bool mean_the_same(std::string_view left, std::string_view right) const;
    void remember_shortened(std::string_view word, WordId id);

    Respelling respelling_;
    ByText<WordId> ids_;
    std::vector<std::string> spellings_;                    // by word id
    std::unordered_map<std::uint64_t, NodeId> nodes_;       // parent and word → child
    std::unordered_multimap<std::uint64_t, NodeId> joins_;  // parent and word → where alternatives join
    std::vector<MeaningsId> meanings_ = {0};                // by node; node 0 is the root
    std::vector<std::vector<Meaning>> sets_ = {{}};         // what phrases mean; most mean the same as others
    std::map<std::tuple<MeaningsId, Sense, int, std::uint8_t>, MeaningsId> longer_sets_;  // and one meaning
    std::unordered_set<WordId> corrected_;
    std::unordered_set<WordId> negations_;  // of one word
    std::unordered_multimap<std::size_t, WordId>
        shortened_;  // hash of a word less one letter → what it may be
};

}
