// SPDX-License-Identifier: MIT
#include "workflow/reading/rating_labels.h"

#include <charconv>

namespace mentoring {

namespace {

std::optional<Sign> sign_at(const Passage& passage, Sense sense, std::size_t at) {
    for (const auto& sign : passage.signs_in(at, at + 1))
        if (sign.sense == sense) return sign;
    return std::nullopt;
}

std::optional<int> figure_at(const Passage& passage, std::size_t at) {
    if (at >= passage.tokens.size() || passage.tokens[at].kind != Token::Kind::number) return std::nullopt;
    const auto text = passage.tokens[at].text;
    int value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ec == std::errc{} ? std::optional{value} : std::nullopt;
}

bool is_article(const Passage& passage, std::size_t at) {
    const auto& tokens = passage.tokens;
    return at < tokens.size() && tokens[at].kind == Token::Kind::word && tokens[at].text.size() <= 3 &&
           passage.has(Sense::plain, at, at + 1) && !passage.has(Sense::question_label, at, at + 1);
}

}

std::optional<RatingLabel> rating_label(const Passage& passage, std::size_t at, std::size_t questions) {
    if (at >= passage.tokens.size()) return std::nullopt;
    if (!sign_at(passage, Sense::ordinal, at) && is_article(passage, at)) ++at;
    std::optional<int> number;
    auto last = at;
    if (const auto label = sign_at(passage, Sense::question_label, at)) {
        last = label->last;
        number = figure_at(passage, last);
        if (const auto word = sign_at(passage, Sense::number, last); !number && word) number = word->value;
        if (number) ++last;
    } else if (const auto ordinal = sign_at(passage, Sense::ordinal, at)) {
        number = ordinal->value;
        last = ordinal->last;
    } else if (figure_at(passage, at) && sign_at(passage, Sense::ordinal, at + 1) &&
               !passage.tokens[at + 1].spaced) {
        number = figure_at(passage, at);
        last = at + 2;
    }
    if (!number || *number < 1 || static_cast<std::size_t>(*number) > questions) return std::nullopt;
    for (const auto sense : {Sense::question_label, Sense::choice_noun})
        if (const auto noun = sign_at(passage, sense, last)) last = noun->last;
    return RatingLabel{static_cast<std::size_t>(*number - 1), last};
}

std::size_t behind_joining_words(const Passage& passage, std::size_t at) {
    const auto& tokens = passage.tokens;
    for (std::size_t count = 0; count < joining_words_max && at < tokens.size(); ++count, ++at) {
        const bool mark = tokens[at].text == ":" || tokens[at].text == "," || tokens[at].text == "=" ||
                          tokens[at].text == "-" || tokens[at].text == "(";
        const bool word = tokens[at].kind == Token::Kind::word &&
                          (passage.has(Sense::plain, at, at + 1) || passage.has(Sense::because, at, at + 1) ||
                           passage.has(Sense::per, at, at + 1)) &&
                          !passage.has(Sense::all_ratings, at, at + 1);
        if (!mark && !word) break;
    }
    return at;
}

bool is_counted(const Passage& passage, std::size_t at) {
    return passage.has(Sense::counted, at, at + 1) || passage.has(Sense::unit, at, at + 1);
}

std::optional<std::size_t> behind_exception(const Passage& passage, std::size_t at, std::size_t questions) {
    const auto& tokens = passage.tokens;
    while (at < tokens.size() && tokens[at].kind == Token::Kind::mark && tokens[at].text != "?") ++at;
    for (const auto sense : {Sense::exclusion, Sense::contrast, Sense::condition})
        if (const auto word = sign_at(passage, sense, at))
            return rating_label(passage, word->last, questions) ? word->last
                                                                : behind_joining_words(passage, word->last);
    return std::nullopt;
}

}
