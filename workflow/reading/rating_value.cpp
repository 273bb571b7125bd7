// SPDX-License-Identifier: MIT
#include "workflow/reading/rating_value.h"

#include <string_view>

namespace mentoring {

namespace {

constexpr int off_scale = 0;

bool is(const Passage& passage, std::size_t at, std::string_view text) {
    return at < passage.tokens.size() && passage.tokens[at].text == text;
}

bool is_star(const Passage& passage, std::size_t at) {
    return is(passage, at, "\xE2\x98\x85") || is(passage, at, "\xE2\xAD\x90") ||
           is(passage, at, "\xF0\x9F\x8C\x9F") || is(passage, at, "*");
}

// "4.5"
bool is_decimal(const Passage& passage, std::size_t at) {
    const auto& tokens = passage.tokens;
    return is(passage, at, ".") && at + 1 < tokens.size() && !tokens[at].spaced && !tokens[at + 1].spaced &&
           tokens[at + 1].kind == Token::Kind::number;
}

// False where another scale than ours is named.
bool rest_of_scale(const Passage& passage, std::size_t& at, int highest) {
    auto place = at;
    const auto& tokens = passage.tokens;
    const bool slash =
        is(passage, place, "/") && place + 1 < tokens.size() && tokens[place + 1].kind == Token::Kind::number;
    const auto words = passage.sign_at(Sense::out_of, place);
    if (!slash && !words) return true;
    const auto named = passage.number_at(slash ? at + 1 : words->last);
    if (!named) return true;
    at = named->last;
    return named->value == highest;
}

// Behind "n/a", or "-" alone on a line or before a comma.
std::optional<std::size_t> behind_no_rating(const Passage& passage, std::size_t at) {
    if (const auto word = passage.sign_at(Sense::no_rating, at)) return word->last;
    const auto& tokens = passage.tokens;
    const bool alone = at + 1 >= tokens.size() || is_line_end(tokens[at + 1]) || is(passage, at + 1, ",");
    return is(passage, at, "-") && alone ? std::optional{at + 1} : std::nullopt;
}

}

std::optional<int> rated_by_stars(const Passage& passage, std::size_t& at) {
    auto place = at;
    while (is_star(passage, place) && (place == at || !passage.tokens[place].spaced)) ++place;
    if (place == at) return std::nullopt;
    const auto count = static_cast<int>(place - at);
    while (is(passage, place, "\xE2\x98\x86")) ++place;
    at = place;
    return count;
}

std::optional<int> rated_by_figure(const Passage& passage, std::size_t& at, const RatingScale& scale) {
    const auto number = passage.number_at(at);
    if (!number) return std::nullopt;
    at = number->last;
    if (is_decimal(passage, at)) {
        at += 2;
        return off_scale;
    }
    if (!rest_of_scale(passage, at, scale.highest)) return off_scale;
    if (const auto star = passage.sign_at(Sense::star, at)) at = star->last;
    return number->value;
}

std::optional<RatingValue> rating_value(const Passage& passage, std::size_t at, const RatingScale& scale) {
    if (const auto behind = behind_no_rating(passage, at)) return RatingValue{std::nullopt, false, *behind};
    auto place = at;
    auto rating = rated_by_stars(passage, place);
    if (!rating) rating = rated_by_figure(passage, place, scale);
    if (!rating) return std::nullopt;
    return RatingValue{rating, *rating < 1 || *rating > scale.highest, place};
}

}
