// SPDX-License-Identifier: MIT
#include "workflow/reading/lexicon.h"

#include <algorithm>

namespace mentoring {

namespace {

constexpr std::uint32_t one_word = 0, gap = 1, first_word = 2;
constexpr std::size_t gaps_max = 2;  // in one phrase
constexpr std::size_t near_letters_min = 5;
constexpr std::size_t near_letters_max = 24;

std::uint64_t edge(std::uint32_t parent, std::uint32_t word) {
    return (static_cast<std::uint64_t>(parent) << 32) | word;
}

// Every word; "_" and "*" as tokens of their own.
std::vector<Token> words_in(const FoldedText& text) {
    auto words = tokens_of(text);
    std::erase_if(words, [](const Token& token) {
        return token.kind == Token::Kind::line || token.kind == Token::Kind::paragraph;
    });
    return words;
}

// What all ways through a phrase have in common.
struct Extent {
    std::size_t words_max = 0, gaps_max = 0;
    bool may_be_empty = true, begins_with_gap = false, ends_with_gap = false;
};

Extent extent_of(const std::vector<std::vector<std::vector<Token>>>& phrase) {
    Extent extent;
    for (const auto& alternatives : phrase) {
        std::size_t longest = 0, gaps = 0;
        bool may_be_empty = false, open_end = false;
        for (const auto& words : alternatives) {
            longest = std::max(longest, words.size());
            may_be_empty |= words.empty();
            if (words.empty()) continue;
            const auto is_gap = [](const Token& word) { return word.text == "*"; };
            gaps =
                std::max(gaps, static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_gap)));
            open_end |= is_gap(words.back());
            if (extent.may_be_empty)
                extent.begins_with_gap |= is_gap(words.front()) || words.front().text == "_";
        }
        extent.ends_with_gap = open_end || (may_be_empty && extent.ends_with_gap);
        extent.may_be_empty &= may_be_empty;
        extent.words_max += longest;
        extent.gaps_max += gaps;
    }
    return extent;
}

// A misspelt word of no consequence stays what it is: "contract" is no "contact".
bool is_worth_correcting(Sense sense) {
    switch (sense) {
        case Sense::command:
        case Sense::says:
        case Sense::hints:
        case Sense::reason:
        case Sense::yes:
        case Sense::month:
        case Sense::weekday:
        case Sense::relative_day:
        case Sense::condition:
        case Sense::hedge:
        case Sense::strong:
        case Sense::weak:
        case Sense::asks:
        case Sense::mentor_word:
            return true;
        default:
            return false;
    }
}

std::string without_letter(std::string_view word, std::size_t at) {
    std::string shorter(word);
    shorter.erase(at, 1);
    return shorter;
}

// Whether two words of any length differ by one letter more, less, other, or two neighbours swapped.
bool one_letter_apart(std::string_view left, std::string_view right) {
    if (left.size() > right.size()) std::swap(left, right);
    if (right.size() - left.size() > 1) return false;
    std::size_t same = 0;
    while (same < left.size() && left[same] == right[same]) ++same;
    if (right.size() > left.size()) return left.substr(same) == right.substr(same + 1);
    if (same == left.size()) return false;
    if (left.substr(same + 1) == right.substr(same + 1)) return true;
    return same + 1 < left.size() && left[same] == right[same + 1] && left[same + 1] == right[same] &&
           left.substr(same + 2) == right.substr(same + 2);
}

}

Lexicon::WordId Lexicon::word_id(std::string_view word) {
    if (word == "_") return one_word;
    if (word == "*") return gap;
    if (const auto known = ids_.find(word); known != ids_.end()) return known->second;
    const auto id = static_cast<WordId>(spellings_.size() + first_word);
    ids_.emplace(word, id);
    spellings_.emplace_back(word);
    return id;
}

void Lexicon::remember_shortened(std::string_view word, WordId id) {
    if (word.size() < near_letters_min || !corrected_.insert(id).second) return;
    for (std::size_t at = 1; at < word.size(); ++at) {
        shortened_.emplace(Hash{}(without_letter(word, at)), id);
    }
}

Lexicon::NodeId Lexicon::fresh_node() {
    meanings_.push_back(0);
    return static_cast<NodeId>(meanings_.size() - 1);
}

void Lexicon::mean(NodeId node, const Meaning& meaning) {
    const auto& present = meanings_at(node);
    if (std::find(present.begin(), present.end(), meaning) != present.end()) return;
    const auto [place, fresh] =
        longer_sets_.try_emplace({meanings_[node], meaning.sense, meaning.value, meaning.language},
                                 static_cast<MeaningsId>(sets_.size()));
    if (fresh) {
        auto longer = present;
        longer.push_back(meaning);
        sets_.push_back(std::move(longer));
    }
    meanings_[node] = place->second;
}

Lexicon::NodeId Lexicon::child(NodeId parent, WordId word) {
    const auto [place, fresh] = nodes_.try_emplace(edge(parent, word), 0);
    if (fresh) place->second = fresh_node();
    return place->second;
}

std::optional<Lexicon::NodeId> Lexicon::step(NodeId parent, WordId word) const {
    const auto found = nodes_.find(edge(parent, word));
    return found == nodes_.end() ? std::nullopt : std::optional{found->second};
}

std::vector<std::vector<Lexicon::Words>> Lexicon::words_of(const std::vector<Alternatives>& phrase) const {
    std::vector<std::vector<Words>> parts;
    for (const auto& alternatives : phrase) {
        auto& part = parts.emplace_back();
        for (const auto& text : alternatives) part.push_back(respelling_(words_in(text)));
    }
    return parts;
}

void Lexicon::remember_words(const Words& words, Sense sense) {
    for (const auto& word : words)
        if (const auto id = word_id(word.text); is_worth_correcting(sense) && id >= first_word)
            remember_shortened(word.text, id);
}

// Over the first `number` words.
Lexicon::NodeId Lexicon::walk(NodeId from, const Words& words, std::size_t number) {
    for (std::size_t i = 0; i < number; ++i) from = child(from, word_id(words[i].text));
    return from;
}

// Where one leads on from `begins` by any of the alternatives.
std::vector<Lexicon::NodeId> Lexicon::ends_of(const std::vector<NodeId>& begins,
                                              const std::vector<Words>& alternatives, bool last) {
    const bool join = !last && alternatives.size() > 1;
    std::vector<NodeId> ends;
    const auto joined = join ? fresh_node() : NodeId{};
    if (join) ends.push_back(joined);
    for (const auto& words : alternatives)
        for (const auto begin : begins) {
            if (words.empty())
                ends.push_back(begin);
            else if (join)
                joins_.emplace(edge(walk(begin, words, words.size() - 1), word_id(words.back().text)),
                               joined);
            else
                ends.push_back(walk(begin, words, words.size()));
        }
    return ends;
}

// "We * met" is no "we have not met".
bool Lexicon::can_stand_in_a_gap(const Token& token) const {
    if (token.kind == Token::Kind::number) return true;
    if (token.kind != Token::Kind::word) return false;
    const auto id = ids_.find(token.text);
    return id == ids_.end() || !negations_.contains(id->second);
}

void Lexicon::remember_negation(const std::vector<std::vector<Words>>& phrase) {
    if (phrase.size() != 1) return;
    for (const auto& words : phrase.front())
        if (words.size() == 1) negations_.insert(word_id(words.front().text));
}

bool Lexicon::add(const std::vector<Alternatives>& phrase, Meaning meaning) {
    const auto parts = words_of(phrase);
    if (meaning.sense == Sense::negation) remember_negation(parts);
    const auto extent = extent_of(parts);
    if (extent.may_be_empty || extent.words_max > phrase_words_max || extent.gaps_max > gaps_max ||
        extent.begins_with_gap || extent.ends_with_gap)
        return false;
    std::vector<NodeId> ends = {0};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (const auto& words : parts[i]) remember_words(words, meaning.sense);
        ends = ends_of(ends, parts[i], i + 1 == parts.size());
    }
    for (const auto end : ends) mean(end, meaning);
    return true;
}

struct Lexicon::Search {
    const Lexicon& lexicon;
    const std::vector<Token>& tokens;
    const std::function<bool(const Meaning&)>& wanted;
    std::size_t begin;
    PhraseFound best = {};

    // "I can" does not end inside "I can't".
    bool splits_contraction(std::size_t at) const {
        return at < tokens.size() && !tokens[at].spaced && tokens[at].text == "t" &&
               tokens[at - 1].kind == Token::Kind::word;
    }

    // Several ways through the joined alternatives may lead over the same words: all their meanings count.
    void take(NodeId node, std::size_t length) {
        for (const auto& meaning : lexicon.meanings_at(node)) {
            if (!wanted(meaning)) continue;
            if (length > best.length) best = {length, {}};
            if (std::find(best.meanings.begin(), best.meanings.end(), meaning) == best.meanings.end())
                best.meanings.push_back(meaning);
        }
    }

    void visit(NodeId node, std::size_t at) {
        if (at > begin && at - begin >= best.length && !splits_contraction(at)) take(node, at - begin);
        if (at >= tokens.size()) return;
        const auto visit_next = [&](NodeId next) { visit(next, at + 1); };
        if (const auto id = lexicon.ids_.find(tokens[at].text); id != lexicon.ids_.end())
            follow(node, id->second, visit_next);
        if (lexicon.can_stand_in_a_gap(tokens[at])) follow(node, one_word, visit_next);
        follow(node, gap, [&](NodeId next) { skip(next, at); });
    }

    template <typename Go>
    void follow(NodeId node, WordId word, const Go& go) {
        if (const auto next = lexicon.step(node, word)) go(*next);
        const auto [first, last] = lexicon.joins_.equal_range(edge(node, word));
        for (auto join = first; join != last; ++join) go(join->second);
    }

    void skip(NodeId node, std::size_t at) {
        visit(node, at);
        for (std::size_t i = 0; i < gap_words_max && at + i < tokens.size(); ++i) {
            if (!lexicon.can_stand_in_a_gap(tokens[at + i])) return;
            visit(node, at + i + 1);
        }
    }
};

std::optional<PhraseFound> Lexicon::find(const std::vector<Token>& tokens, std::size_t at,
                                         const std::function<bool(const Meaning&)>& wanted) const {
    Search search{*this, tokens, wanted, at};
    search.visit(0, at);
    return search.best.length == 0 ? std::nullopt : std::optional{std::move(search.best)};
}

bool Lexicon::knows(std::string_view word) const {
    return ids_.find(word) != ids_.end();
}

// "agreee" may be "agree" or "agreed": it does not matter which.
bool Lexicon::mean_the_same(std::string_view left, std::string_view right) const {
    const auto alone = [&](std::string_view word) -> const std::vector<Meaning>* {
        const auto id = ids_.find(word);
        const auto node = id == ids_.end() ? std::nullopt : step(0, id->second);
        return node ? &meanings_at(*node) : nullptr;
    };
    const auto* one = alone(left);
    const auto* other = alone(right);
    return one && other && !one->empty() && *one == *other;
}

std::optional<std::string_view> Lexicon::near(std::string_view word) const {
    if (word.size() < near_letters_min || word.size() > near_letters_max) return std::nullopt;
    std::vector<WordId> near;
    const auto consider = [&](std::string_view shorter) {
        const auto [first, last] = shortened_.equal_range(Hash{}(shorter));
        for (auto found = first; found != last; ++found) near.push_back(found->second);
    };
    consider(word);
    for (std::size_t at = 1; at < word.size(); ++at) {
        const auto shorter = without_letter(word, at);
        consider(shorter);
        if (const auto id = ids_.find(shorter); id != ids_.end()) near.push_back(id->second);
    }
    std::optional<std::string_view> best;
    for (const auto id : near) {
        const std::string_view spelling = spellings_[id - first_word];
        if (spelling.size() < near_letters_min || spelling[0] != word[0] || !one_letter_apart(word, spelling))
            continue;
        if (best && *best != spelling && !mean_the_same(*best, spelling)) return std::nullopt;
        best = spelling;
    }
    return best;
}

}
