// SPDX-License-Identifier: MIT
#include "workflow/reading/danger_weights.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace mentoring {

namespace {

std::uint64_t hash_of(std::string_view term) {
    return std::hash<std::string_view>{}(term);
}

std::string joined(std::string_view left, std::string_view between, std::string_view right) {
    std::string term(left);
    term += between;
    term += right;
    return term;
}

}

std::vector<std::string> danger_terms(std::span<const Token> tokens) {
    std::vector<std::string_view> words;
    for (const auto& token : tokens)
        if (token.kind == Token::Kind::word || token.kind == Token::Kind::number) words.push_back(token.text);
    std::vector<std::string> terms{std::string(every_text)};
    for (std::size_t at = 0; at < words.size(); ++at) {
        terms.emplace_back(words[at]);
        if (at + 1 < words.size()) terms.push_back(joined(words[at], " ", words[at + 1]));
        if (at + 2 < words.size()) terms.push_back(joined(words[at], " _ ", words[at + 2]));
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

void DangerWeights::add(std::string_view term, DangerScore weight) {
    entries_.push_back({hash_of(term), weight});
}

void DangerWeights::settle() {
    const auto before = [](const Entry& left, const Entry& right) { return left.term < right.term; };
    const auto same = [](const Entry& left, const Entry& right) { return left.term == right.term; };
    std::stable_sort(entries_.begin(), entries_.end(), before);
    entries_.erase(std::unique(entries_.begin(), entries_.end(), same), entries_.end());
    entries_.shrink_to_fit();
}

DangerScore DangerWeights::weight_of(std::string_view term) const {
    const auto hash = hash_of(term);
    const auto before = [](const Entry& each, std::uint64_t wanted) { return each.term < wanted; };
    const auto entry = std::lower_bound(entries_.begin(), entries_.end(), hash, before);
    return entry != entries_.end() && entry->term == hash ? entry->weight : DangerScore{};
}

DangerScore DangerWeights::score(std::span<const Token> tokens) const {
    const auto terms = danger_terms(tokens);
    DangerScore sum;
    for (const auto& term : terms) {
        const auto weight = weight_of(term);
        sum.any += weight.any;
        sum.strong += weight.strong;
    }
    const auto length = std::sqrt(static_cast<float>(terms.size()));
    return {sum.any / length, sum.strong / length};
}

std::vector<std::string> DangerWeights::heaviest(std::span<const Token> tokens, std::size_t most) const {
    auto terms = danger_terms(tokens);
    std::erase_if(terms,
                  [&](const std::string& term) { return term == every_text || weight_of(term).any <= 0; });
    std::stable_sort(terms.begin(), terms.end(), [&](const std::string& left, const std::string& right) {
        return weight_of(left).any > weight_of(right).any;
    });
    terms.resize(std::min(terms.size(), most));
    return terms;
}

}
