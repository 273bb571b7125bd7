// SPDX-License-Identifier: MIT
#include "workflow/reading/lexicon.h"

#include <algorithm>

namespace mentoring {

namespace {

constexpr std::uint32_t one_word = 0, gap = 1, first_word = 2;
constexpr std::size_t near_letters_min = 5;
constexpr std::size_t near_letters_max = 24;

std::uint64_t edge(std::uint32_t parent, std::uint32_t word) {
    return (static_cast<std::uint64_t>(parent) << 32) | word;
}

bool can_stand_in_a_gap(const Token& token) {
    return token.kind == Token::Kind::word || token.kind == Token::Kind::number;
}

FoldedText unfolded(std::string_view text) {
    FoldedText result{std::string(text), std::string(text), {}};
    for (std::uint32_t i = 0; i <= text.size(); ++i) result.origin.push_back(i);
    return result;
}

// Every word of the phrase; "_" and "*" as tokens of their own.
std::vector<std::string> words_of(std::string_view phrase) {
    std::vector<std::string> words;
    const auto text = unfolded(phrase);
    for (const auto& token : tokens_of(text))
        if (token.kind != Token::Kind::line && token.kind != Token::Kind::paragraph)
            words.emplace_back(token.text);
    return words;
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
        auto& words = shortened_[without_letter(word, at)];
        if (words.empty() || words.back() != id) words.push_back(id);
    }
}

Lexicon::NodeId Lexicon::child(NodeId parent, WordId word) {
    const auto [place, fresh] = nodes_.try_emplace(edge(parent, word), static_cast<NodeId>(meanings_.size()));
    if (fresh) meanings_.emplace_back();
    return place->second;
}

std::optional<Lexicon::NodeId> Lexicon::step(NodeId parent, WordId word) const {
    const auto found = nodes_.find(edge(parent, word));
    return found == nodes_.end() ? std::nullopt : std::optional{found->second};
}

bool Lexicon::add(std::string_view phrase, Meaning meaning) {
    const auto words = words_of(phrase);
    if (words.empty() || words.size() > phrase_words_max) return false;
    if (words.front() == "*" || words.back() == "*" || words.front() == "_") return false;
    if (std::count(words.begin(), words.end(), "*") > 2) return false;
    if (meaning.sense == Sense::short_for) {
        if (words.size() != 3 || words[1] != "=") return false;
        short_for_.emplace(words.front(), word_id(words.back()));
        return true;
    }
    NodeId node = 0;
    for (const auto& word : words) {
        const auto id = word_id(word);
        if (is_worth_correcting(meaning.sense) && id >= first_word) remember_shortened(word, id);
        node = child(node, id);
    }
    auto& meanings = meanings_[node];
    if (std::find(meanings.begin(), meanings.end(), meaning) == meanings.end()) meanings.push_back(meaning);
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

    void visit(NodeId node, std::size_t at) {
        const auto length = at - begin;
        const auto& meanings = lexicon.meanings_[node];
        if (length > best.length && !splits_contraction(at) &&
            std::any_of(meanings.begin(), meanings.end(), wanted)) {
            best = {length, {}};
            std::copy_if(meanings.begin(), meanings.end(), std::back_inserter(best.meanings), wanted);
        }
        if (at >= tokens.size()) return;
        if (const auto id = lexicon.ids_.find(tokens[at].text); id != lexicon.ids_.end())
            if (const auto next = lexicon.step(node, id->second)) visit(*next, at + 1);
        if (const auto next = lexicon.step(node, one_word); next && can_stand_in_a_gap(tokens[at]))
            visit(*next, at + 1);
        if (const auto next = lexicon.step(node, gap)) skip(*next, at);
    }

    void skip(NodeId node, std::size_t at) {
        visit(node, at);
        for (std::size_t i = 0; i < gap_words_max && at + i < tokens.size(); ++i) {
            if (!can_stand_in_a_gap(tokens[at + i])) return;
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

std::optional<int> Lexicon::value_of(std::string_view word, Sense sense) const {
    const auto id = ids_.find(word);
    const auto node = id == ids_.end() ? std::nullopt : step(0, id->second);
    if (!node) return std::nullopt;
    for (const auto& meaning : meanings_[*node])
        if (meaning.sense == sense) return meaning.value;
    return std::nullopt;
}

std::optional<std::string_view> Lexicon::long_form(std::string_view word) const {
    const auto found = short_for_.find(word);
    if (found == short_for_.end()) return std::nullopt;
    return std::string_view(spellings_[found->second - first_word]);
}

bool Lexicon::knows(std::string_view word) const {
    return ids_.find(word) != ids_.end();
}

// "agreee" may be "agree" or "agreed": it does not matter which.
bool Lexicon::mean_the_same(std::string_view left, std::string_view right) const {
    const auto alone = [&](std::string_view word) -> const std::vector<Meaning>* {
        const auto id = ids_.find(word);
        const auto node = id == ids_.end() ? std::nullopt : step(0, id->second);
        return node ? &meanings_[*node] : nullptr;
    };
    const auto* one = alone(left);
    const auto* other = alone(right);
    return one && other && !one->empty() && *one == *other;
}

std::optional<std::string_view> Lexicon::near(std::string_view word) const {
    if (word.size() < near_letters_min || word.size() > near_letters_max) return std::nullopt;
    std::vector<WordId> near;
    const auto consider = [&](std::string_view shorter) {
        const auto found = shortened_.find(shorter);
        if (found != shortened_.end()) near.insert(near.end(), found->second.begin(), found->second.end());
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
