// SPDX-License-Identifier: MIT
#include "workflow/reading/rating_scale.h"

#include <algorithm>

namespace mentoring {

namespace {

constexpr std::size_t stem_letters = 5;
constexpr std::size_t stem_letters_min = 4;
constexpr std::size_t last_word_letters_min = 3;  // "How well did her experience fit?"

std::vector<std::string> stems_of(const std::vector<Token>& tokens, std::size_t first, std::size_t last,
                                  std::size_t letters_min) {
    std::vector<std::string> stems;
    for (auto at = first; at < last; ++at)
        if (tokens[at].kind == Token::Kind::word && tokens[at].text.size() >= letters_min)
            stems.emplace_back(tokens[at].text.substr(0, stem_letters));
    return stems;
}

std::vector<std::string> stems_of_question(const std::vector<Token>& tokens) {
    auto stems = stems_of(tokens, 0, tokens.size(), stem_letters_min);
    for (auto at = tokens.size(); at > 0; --at) {
        if (tokens[at - 1].kind != Token::Kind::word) continue;
        if (tokens[at - 1].text.size() == last_word_letters_min) stems.emplace_back(tokens[at - 1].text);
        break;
    }
    return stems;
}

}

RatingScale rating_scale(const std::vector<std::string>& questions, int highest, const Fold& fold) {
    RatingScale scale{questions.size(), highest, {}};
    for (const auto& question : questions) {
        const auto text = fold(question);
        scale.stems.push_back(stems_of_question(tokens_of(text)));
    }
    return scale;
}

std::optional<std::size_t> question_named(const RatingScale& scale, const std::vector<Token>& tokens,
                                          std::size_t first, std::size_t last) {
    const auto written = stems_of(tokens, first, last, last_word_letters_min);
    std::optional<std::size_t> best;
    std::size_t most = 0;
    bool tie = false;
    for (std::size_t question = 0; question < scale.stems.size(); ++question) {
        const auto& stems = scale.stems[question];
        const auto shared = static_cast<std::size_t>(
            std::count_if(written.begin(), written.end(), [&](const std::string& stem) {
                return std::find(stems.begin(), stems.end(), stem) != stems.end();
            }));
        if (shared == 0 || shared < most) continue;
        tie = shared == most;
        if (!tie) best = question;
        most = shared;
    }
    return tie ? std::nullopt : best;
}

}
