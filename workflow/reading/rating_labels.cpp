// SPDX-License-Identifier: MIT
#include "workflow/reading/rating_labels.h"

namespace mentoring {

namespace {

constexpr int from_the_end = -1;

// "the last", also where "for the" took the article away from "last".
std::optional<Sign> ordinal_at(const Passage& passage, std::size_t at) {
    if (const auto ordinal = passage.sign_at(Sense::ordinal, at)) return ordinal;
    auto last = passage.sign_at(Sense::last, at);
    if (last) last->value = from_the_end;
    return last;
}

bool is_article(const Passage& passage, std::size_t at) {
    const auto& tokens = passage.tokens;
    return at < tokens.size() && tokens[at].kind == Token::Kind::word && tokens[at].text.size() <= 3 &&
           passage.has(Sense::plain, at, at + 1) && !passage.has(Sense::question_label, at, at + 1);
}

std::size_t behind_article(const Passage& passage, std::size_t at) {
    return !ordinal_at(passage, at) && is_article(passage, at) ? at + 1 : at;
}

// "a three" – but "that one".
bool is_many(const Passage& passage, std::size_t at) {
    const auto number = passage.number_at(at);
    return number && number->value > 1;
}

// "question", "one", "item"
std::size_t behind_noun(const Passage& passage, std::size_t at) {
    for (const auto sense : {Sense::question_label, Sense::choice_noun})
        if (const auto noun = passage.sign_at(sense, at)) at = noun->last;
    return at;
}

}

std::optional<RatingLabel> rating_label(const Passage& passage, std::size_t at, std::size_t questions) {
    at = behind_article(passage, at);
    std::optional<int> number;
    auto last = at;
    const auto label = passage.sign_at(Sense::question_label, at);
    if (label) {
        last = label->last;
        if (const auto written = passage.number_at(last)) {
            number = written->value;
            last = written->last;
        }
    } else if (const auto ordinal = ordinal_at(passage, at)) {
        number = ordinal->value;
        last = ordinal->last;
    } else if (passage.figure_at(at) && passage.sign_at(Sense::ordinal, at + 1) &&
               !passage.tokens[at + 1].spaced) {
        number = passage.figure_at(at);
        last = at + 2;
    }
    if (number && *number < 0) number = static_cast<int>(questions);  // "the last one"
    if (!number || *number < 1 || static_cast<std::size_t>(*number) > questions) return std::nullopt;
    return RatingLabel{static_cast<std::size_t>(*number - 1), 1, behind_noun(passage, last),
                       label.has_value()};
}

std::optional<RatingLabel> label_of_several(const Passage& passage, std::size_t at, std::size_t questions) {
    const auto ordinal = ordinal_at(passage, behind_article(passage, at));
    if (!ordinal || (ordinal->value != 1 && ordinal->value >= 0)) return std::nullopt;
    const auto count = passage.number_at(ordinal->last);
    if (!count || count->value < 2 || static_cast<std::size_t>(count->value) > questions) return std::nullopt;
    const auto several = static_cast<std::size_t>(count->value);
    return RatingLabel{ordinal->value == 1 ? 0 : questions - several, several,
                       behind_noun(passage, count->last)};
}

std::size_t behind_joining_words(const Passage& passage, std::size_t at) {
    const auto& tokens = passage.tokens;
    for (std::size_t count = 0; count < joining_words_max && at < tokens.size(); ++count, ++at) {
        if (const auto phrase = passage.sign_at(Sense::within, at)) {  // "for the"
            at = phrase->last - 1;
            continue;
        }
        if (const auto phrase = passage.sign_at(Sense::plain, at); phrase && phrase->last > at + 1) {
            at = phrase->last - 1;  // "I would give"
            continue;
        }
        const bool mark = tokens[at].text == ":" || tokens[at].text == "," || tokens[at].text == "=" ||
                          tokens[at].text == "-" || tokens[at].text == "(";
        const bool word = tokens[at].kind == Token::Kind::word &&
                          (passage.has(Sense::plain, at, at + 1) || passage.has(Sense::because, at, at + 1) ||
                           passage.has(Sense::per, at, at + 1)) &&
                          !passage.has(Sense::all_ratings, at, at + 1) &&
                          !passage.has(Sense::ordinal, at, at + 1) && !is_many(passage, at);
        if (!mark && !word) break;
    }
    return at;
}

bool is_of_a_title(const Passage& passage, std::size_t at) {
    const auto& tokens = passage.tokens;
    return at > 1 && at < tokens.size() && tokens[at - 1].text == "-" && !tokens[at].spaced &&
           !tokens[at - 1].spaced && tokens[at - 2].letters == Token::Letters::upper &&
           passage.signs_in(at - 2, at - 1).empty();
}

bool is_counted(const Passage& passage, std::size_t at) {
    return passage.has(Sense::counted, at, at + 1) || passage.has(Sense::unit, at, at + 1);
}

std::optional<std::size_t> behind_exception(const Passage& passage, std::size_t at, std::size_t questions) {
    const auto& tokens = passage.tokens;
    while (at < tokens.size() && tokens[at].kind == Token::Kind::mark && tokens[at].text != "?") ++at;
    for (const auto sense : {Sense::exclusion, Sense::contrast, Sense::condition})
        if (const auto word = passage.sign_at(sense, at))
            return rating_label(passage, word->last, questions) ? word->last
                                                                : behind_joining_words(passage, word->last);
    return std::nullopt;
}

}
