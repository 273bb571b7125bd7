// SPDX-License-Identifier: MIT
#include "workflow/reading/danger.h"

#include <algorithm>
#include <span>
#include <vector>

#include "workflow/reading/passage.h"
#include "workflow/reading/tokens.h"

namespace mentoring {

namespace {

constexpr std::size_t corrected_letters_min = 7;
constexpr std::size_t negation_reaches_words = 6;
constexpr std::size_t beside_herself_words = 4;
constexpr int she_herself = 1;  // value of a self word: "I", "me", and not "my"

constexpr std::size_t heaviest_told = 3;
constexpr std::size_t grounds_told = 12;

// Above these scores the weights alarm; measured by ./dev weigh.
constexpr float weak_score = 0.4F;
constexpr float strong_score = 0.5F;

// "I'm not suicidal": a negation shortly before, in the same clause.
bool is_negated(const Passage& passage, const Sign& sign) {
    const auto after =
        std::upper_bound(passage.clauses.begin(), passage.clauses.end(), sign.first,
                         [](std::size_t token, const Clause& each) { return token < each.first; });
    const auto clause_begin = after == passage.clauses.begin() ? 0 : std::prev(after)->first;
    const auto reach = sign.first > negation_reaches_words ? sign.first - negation_reaches_words : 0;
    return passage.has(Sense::negation, std::max(clause_begin, reach), sign.first);
}

// A strong phrase on another matter ("suicide" beside "prevention", "grant", "my patient") alarms, but
// weakly.
bool is_of_the_trade(const Passage& passage, const Sentence& sentence) {
    return passage.has(Sense::business, sentence.first, sentence.last) &&
           !passage.has(Sense::self_word, sentence.first, sentence.last);
}

// "By then I will be dead", "he is coming to shoot me": a word of death beside the writer, in no phrase that
// is known to be harmless.
bool is_beside_herself(const Passage& passage, const Sentence& sentence, const Sign& grave) {
    const auto first = std::max(sentence.first, grave.first - std::min(grave.first, beside_herself_words));
    const auto last = std::min(sentence.last, grave.last + beside_herself_words);
    const auto beside = passage.signs_in(first, last);
    return std::any_of(beside.begin(), beside.end(), [](const Sign& sign) {
        return sign.sense == Sense::self_word && sign.value == she_herself;
    });
}

Danger danger_in(const Passage& passage, const Sentence& sentence) {
    Danger gravest = Danger::none;
    for (const auto& sign : passage.signs_in(sentence.first, sentence.last)) {
        if (sign.sense == Sense::grave && is_beside_herself(passage, sentence, sign)) return Danger::strong;
        const bool strong = sign.sense == Sense::strong && !is_negated(passage, sign);
        if (strong) return is_of_the_trade(passage, sentence) ? Danger::weak : Danger::strong;
        if (sign.sense == Sense::weak || sign.sense == Sense::strong) gravest = Danger::weak;
    }
    return gravest;
}

Danger weighed(const Vocabulary& vocabulary, std::span<const Token> tokens) {
    if (vocabulary.danger_weights.empty()) return Danger::none;
    const auto score = vocabulary.danger_weights.score(tokens);
    if (score.any <= weak_score) return Danger::none;
    return score.strong > strong_score ? Danger::strong : Danger::weak;
}

Passage passage_of_danger(const Vocabulary& vocabulary, const FoldedText& text) {
    const auto all = [](const Meaning& meaning) { return meaning.sense != Sense::known; };
    const auto guarded = [](std::string_view word) { return word.size() < corrected_letters_min; };
    return passage_of(vocabulary.danger, text, all, guarded);
}

// The tables read the words as they were meant, the weights as they were written.
class Listener {
public:
    Listener(const Vocabulary& vocabulary, const FoldedText& text)
        : vocabulary_(vocabulary), passage_(passage_of_danger(vocabulary, text)), written_(tokens_of(text)) {}

    const Passage& passage() const { return passage_; }
    Danger whole() const {
        return has_figure(0, passage_.tokens.size()) ? Danger::none : weighed(vocabulary_, written_);
    }
    // The graver of the two – but "I don't want to kill myself" is weak, whatever its words weigh.
    Danger in(const Sentence& sentence) const {
        const auto named = danger_in(passage_, sentence);
        const bool softened =
            named == Danger::weak && passage_.has(Sense::strong, sentence.first, sentence.last);
        return softened ? named : std::max(named, by_weight(sentence));
    }

    // Phrases of the tables as they were written, then the words that weighed most.
    void add_grounds(const Sentence& sentence, std::vector<std::string>& grounds) const {
        if (danger_in(passage_, sentence) != Danger::none)
            for (const auto& sign : passage_.signs_in(sentence.first, sentence.last))
                if (sign.sense == Sense::strong || sign.sense == Sense::weak || sign.sense == Sense::grave)
                    grounds.push_back(passage_.written(sign.first, sign.last));
        if (by_weight(sentence) != Danger::none) add_heaviest(written_in(sentence), grounds);
    }
    void add_heaviest_of_all(std::vector<std::string>& grounds) const {
        if (whole() != Danger::none) add_heaviest(written_, grounds);
    }

private:
    Danger by_weight(const Sentence& sentence) const {
        return has_figure(sentence.first, sentence.last) ? Danger::none
                                                         : weighed(vocabulary_, written_in(sentence));
    }

    void add_heaviest(std::span<const Token> words, std::vector<std::string>& grounds) const {
        for (auto& term : vocabulary_.danger_weights.heaviest(words, heaviest_told)) grounds.push_back(term);
    }

    // "She beat me to it": where the tables know what is meant, the words are not weighed one by one.
    bool has_figure(std::size_t first, std::size_t last) const {
        return passage_.has(Sense::figure, first, last);
    }

    std::span<const Token> written_in(const Sentence& sentence) const {
        if (sentence.first == sentence.last) return {};
        const auto begin = passage_.tokens[sentence.first].begin;
        const auto end = passage_.tokens[sentence.last - 1].end;
        const auto before = [](const Token& token, std::uint32_t place) { return token.begin < place; };
        const auto first = std::lower_bound(written_.begin(), written_.end(), begin, before);
        return {first, std::lower_bound(first, written_.end(), end, before)};
    }

    const Vocabulary& vocabulary_;
    Passage passage_;
    std::vector<Token> written_;
};

}

Danger danger_in(const Vocabulary& vocabulary, const FoldedText& text) {
    const Listener listener(vocabulary, text);
    auto gravest = Danger::none;
    for (const auto& sentence : listener.passage().sentences)
        gravest = std::max(gravest, listener.in(sentence));
    return gravest != Danger::none ? gravest : listener.whole();
}

std::vector<std::string> grounds_of_danger(const Vocabulary& vocabulary, const FoldedText& text) {
    const Listener listener(vocabulary, text);
    std::vector<std::string> grounds;
    for (const auto& sentence : listener.passage().sentences)
        if (grounds.size() < grounds_told) listener.add_grounds(sentence, grounds);
    if (grounds.empty()) listener.add_heaviest_of_all(grounds);
    return grounds;
}

std::string without_danger(const Vocabulary& vocabulary, const FoldedText& text) {
    const Listener listener(vocabulary, text);
    const auto& passage = listener.passage();
    std::string harmless;
    bool heard = false;
    for (const auto& sentence : passage.sentences) {
        if (sentence.first == sentence.last) continue;
        if (listener.in(sentence) != Danger::none) {
            heard = true;
            continue;
        }
        harmless += original_between(text, passage.tokens[sentence.first].begin,
                                     passage.tokens[sentence.last - 1].end);
        harmless += '\n';
    }
    const bool throughout = !heard && listener.whole() != Danger::none;
    return throughout ? std::string{} : harmless;
}

}
