// SPDX-License-Identifier: MIT
#include "workflow/reading/calendar_words.h"

#include <algorithm>
#include <charconv>

namespace mentoring {

namespace {

constexpr std::size_t small_word_octets_max = 3;

}

bool is_in_full(const Passage& passage, Sense sense, std::size_t at) {
    constexpr std::size_t short_octets = 3;
    return passage.has(sense, at, at + 1) && passage.tokens[at].text.size() > short_octets;
}

std::optional<int> CalendarWords::value(Sense sense, std::size_t& at) const {
    for (const auto& sign : passage_.signs_in(at, at + 1)) {
        if (sign.sense != sense) continue;
        at = sign.last;
        return sign.value;
    }
    return std::nullopt;
}

std::optional<int> CalendarWords::figure(std::size_t at) const {
    if (at >= passage_.tokens.size() || passage_.tokens[at].kind != Token::Kind::number) return std::nullopt;
    const auto text = passage_.tokens[at].text;
    int number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    return result.ec == std::errc{} ? std::optional{number} : std::nullopt;
}

std::optional<int> CalendarWords::day(std::size_t& at) const {
    auto place = at;
    std::optional<int> day = figure(place);
    if (day) {
        ++place;
        const bool ending = place < passage_.tokens.size() && !passage_.tokens[place].spaced;
        if (ending) value(Sense::ordinal, place);
    } else {
        day = value(Sense::number, place);
        if (!day) day = value(Sense::ordinal, place);
    }
    if (!day || *day < 1 || *day > 31) return std::nullopt;
    at = place;
    return day;
}

std::optional<int> CalendarWords::ordinal_day(std::size_t& at) const {
    auto place = at;
    const bool article = is_small(place) && passage_.tokens[place].kind == Token::Kind::word;
    if (article) ++place;
    const auto number = figure(place);
    if (!number || *number < 1 || *number > 31 || figures(place).size() > 1) return std::nullopt;
    ++place;
    const bool ending = place < passage_.tokens.size() && !passage_.tokens[place].spaced &&
                        value(Sense::ordinal, place).has_value();
    if (!article && !ending) return std::nullopt;
    if (!ending &&
        (passage_.has(Sense::unit, place, place + 1) || passage_.has(Sense::counted, place, place + 1)))
        return std::nullopt;
    auto behind = place;
    skip_joints(behind);
    if (month(behind)) return std::nullopt;
    at = place;
    return number;
}

std::optional<int> CalendarWords::year(std::size_t& at) const {
    const auto number = figure(at);
    if (!number || *number < 2000 || *number > 2100) return std::nullopt;
    ++at;
    return number;
}

std::optional<int> CalendarWords::year_after(std::size_t& at) const {
    auto place = at;
    if (const auto found = year(place)) {
        at = place;
        return found;
    }
    skip(place, ".");
    skip_joints(place);
    const auto found = year(place);
    if (found) at = place;
    return found;
}

std::optional<int> CalendarWords::count(std::size_t& at) const {
    if (const auto number = figure(at)) {
        ++at;
        return number;
    }
    if (const auto number = value(Sense::number, at)) return number;
    if (value(Sense::per, at)) return 1;
    return std::nullopt;
}

std::vector<int> CalendarWords::figures(std::size_t at) const {
    const auto& tokens = passage_.tokens;
    std::vector<int> found;
    std::string_view joint;
    while (const auto number = figure(at)) {
        found.push_back(*number);
        const bool joined = at + 2 < tokens.size() && tokens[at + 1].kind == Token::Kind::mark &&
                            !tokens[at + 1].spaced && !tokens[at + 2].spaced &&
                            tokens[at + 2].kind == Token::Kind::number;
        if (!joined || found.size() > 3) break;
        const auto mark = tokens[at + 1].text;
        if (mark != "/" && mark != "-" && mark != ".") break;
        if (!joint.empty() && mark != joint) break;
        joint = mark;
        at += 2;
    }
    return found;
}

bool CalendarWords::is_token(std::size_t at, std::string_view text) const {
    return at < passage_.tokens.size() && passage_.tokens[at].text == text;
}

void CalendarWords::skip(std::size_t& at, std::string_view text) const {
    if (is_token(at, text)) ++at;
}

bool CalendarWords::is_small(std::size_t at) const {
    if (at >= passage_.tokens.size()) return false;
    const auto& token = passage_.tokens[at];
    if (token.kind != Token::Kind::word || token.text.size() > small_word_octets_max)
        return token.text == ",";
    return passage_.has(Sense::plain, at, at + 1);
}

void CalendarWords::skip_joints(std::size_t& at) const {
    if (is_small(at)) ++at;
}

bool CalendarWords::is_surely_a_month(std::size_t at) const {
    const auto& token = passage_.tokens[at];
    if (passage_.has(Sense::ago, at, at + 1)) return false;    // "years ago" is not of August
    if (!passage_.has(Sense::known, at, at + 1)) return true;  // "may" is a verb too
    if (at > 0 && (passage_.has(Sense::until, at - 1, at) || passage_.has(Sense::from, at - 1, at)))
        return true;
    return token.letters != Token::Letters::lower && at > 0 &&
           passage_.tokens[at - 1].kind == Token::Kind::word;
}

bool CalendarWords::writes_day_first() const {
    return std::any_of(passage_.signs.begin(), passage_.signs.end(),
                       [](const Sign& sign) { return sign.sense == Sense::day_first; });
}

void CalendarWords::week_after(std::size_t& at, bool turned, bool& ambiguous) const {
    auto place = at;
    skip_joints(place);
    skip_joints(place);
    const bool before = turned || value(Sense::last, place) || value(Sense::next, place);
    const auto unit = value(Sense::unit, place);
    if (!unit || *unit != 7) return;
    if (!before && !value(Sense::last, place) && !value(Sense::next, place)) return;
    ambiguous = true;
    at = place;
}

bool CalendarWords::from_today(std::size_t& at) const {
    auto place = at;
    if (!value(Sense::from, place) || value(Sense::relative_day, place) != 0) return false;
    at = place;
    return true;
}

}
