// SPDX-License-Identifier: MIT
#include "workflow/reading/passage.h"

#include <algorithm>
#include <charconv>

#include "workflow/reading/sentences.h"

namespace mentoring {

namespace {

constexpr std::size_t wrapped_line_octets_min = 45;

bool ends_sentence(const Token& token) {
    return token.kind == Token::Kind::mark &&
           (token.text == "." || token.text == "!" || token.text == "?" || token.text == ":");
}

// A line end inside a sentence that a mail program broke.
bool is_wrap(const std::vector<Token>& tokens, std::size_t at, std::uint32_t line_begin) {
    const auto& token = tokens[at];
    if (token.kind != Token::Kind::line || at == 0 || at + 1 >= tokens.size()) return false;
    const auto& next = tokens[at + 1];
    return token.begin - line_begin >= wrapped_line_octets_min && !ends_sentence(tokens[at - 1]) &&
           next.kind == Token::Kind::word && next.letters == Token::Letters::lower;
}

std::vector<Token> unwrapped(const std::vector<Token>& tokens) {
    std::vector<Token> kept;
    std::uint32_t line_begin = 0;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const auto& token = tokens[at];
        const bool line_end = is_line_end(token);
        if (!is_wrap(tokens, at, line_begin)) kept.push_back(token);
        if (line_end) line_begin = token.end;
    }
    return kept;
}

// "Hi Regula": a capital within a sentence begins a name and no misspelt "regular".
bool is_name(const std::vector<Token>& tokens, std::size_t at) {
    return at > 0 && tokens[at].letters == Token::Letters::capital && tokens[at].text.size() > 1 &&
           tokens[at - 1].kind == Token::Kind::word;
}

void correct(std::vector<Token>& tokens, const Lexicon& lexicon,
             const std::function<bool(std::string_view)>& guarded) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        auto& token = tokens[at];
        if (token.kind != Token::Kind::word || is_name(tokens, at) || lexicon.knows(token.text) ||
            guarded(token.text))
            continue;
        if (const auto meant = lexicon.near(token.text)) token.text = *meant;
    }
}

// "20. Dezember": the point of an ordinal ends no sentence. "5. May I ask" begins one.
std::vector<Token> without_day_points(const std::vector<Token>& tokens, const Lexicon& lexicon) {
    const auto holds = [&](std::size_t at, Sense sense) {
        return lexicon.find(tokens, at, [&](const Meaning& meaning) { return meaning.sense == sense; });
    };
    std::vector<Token> kept;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const bool between = at > 0 && at + 1 < tokens.size() && tokens[at].text == "." &&
                             !tokens[at].spaced && tokens[at - 1].kind == Token::Kind::number;
        if (!between || !holds(at + 1, Sense::month) || holds(at + 1, Sense::known))
            kept.push_back(tokens[at]);
    }
    return kept;
}

// Spanish "si" is yes with its accent, or alone; else it is if.
Sense yes_or_if(const std::vector<Token>& tokens, std::size_t at) {
    if (tokens[at].accented) return Sense::yes;
    if (at + 1 >= tokens.size()) return Sense::yes;
    const auto kind = tokens[at + 1].kind;
    return kind == Token::Kind::word || kind == Token::Kind::number ? Sense::condition : Sense::yes;
}

std::vector<Sign> signs_of(const Lexicon& lexicon, const std::vector<Token>& tokens,
                           const std::function<bool(const Meaning&)>& wanted) {
    std::vector<Sign> signs;
    for (std::size_t at = 0; at < tokens.size();) {
        const auto found = lexicon.find(tokens, at, wanted);
        if (!found) {
            ++at;
            continue;
        }
        bool decided = false;
        for (const auto& meaning : found->meanings) {
            const bool double_faced = meaning.sense == Sense::yes_or_if;
            if (double_faced && decided) continue;
            decided |= double_faced;
            signs.push_back({double_faced ? yes_or_if(tokens, at) : meaning.sense, meaning.value,
                             meaning.language, at, at + found->length});
        }
        at += found->length;
    }
    return signs;
}

bool is_edge(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ':' || c == ',' || c == ';' || c == '-' ||
           c == '>';
}

// A full stop belongs to the words before it, not to those behind it.
std::string_view without_edges(std::string_view text) {
    static constexpr std::string_view long_dash = "\xE2\x80\x94", short_dash = "\xE2\x80\x93";
    for (bool changed = true; changed && !text.empty();) {
        changed = false;
        if (is_edge(text.front()) || text.front() == '.') text.remove_prefix(1), changed = true;
        for (const auto dash : {long_dash, short_dash})
            if (text.substr(0, dash.size()) == dash) text.remove_prefix(dash.size()), changed = true;
        if (!text.empty() && is_edge(text.back())) text.remove_suffix(1), changed = true;
    }
    return text;
}

}

std::span<const Sign> Passage::signs_in(std::size_t first, std::size_t last) const {
    const auto begin = std::lower_bound(signs.begin(), signs.end(), first,
                                        [](const Sign& sign, std::size_t at) { return sign.first < at; });
    const auto end = std::lower_bound(begin, signs.end(), last,
                                      [](const Sign& sign, std::size_t at) { return sign.first < at; });
    return {begin, end};
}

bool Passage::has(Sense sense, std::size_t first, std::size_t last) const {
    const auto found = signs_in(first, last);
    return std::any_of(found.begin(), found.end(), [&](const Sign& sign) { return sign.sense == sense; });
}

bool Passage::has_valued(Sense sense, int value, std::size_t first, std::size_t last) const {
    const auto found = signs_in(first, last);
    return std::any_of(found.begin(), found.end(),
                       [&](const Sign& sign) { return sign.sense == sense && sign.value == value; });
}

std::optional<Sign> Passage::sign_at(Sense sense, std::size_t at) const {
    for (const auto& sign : signs_in(at, at + 1))
        if (sign.sense == sense) return sign;
    return std::nullopt;
}

std::optional<int> Passage::figure_at(std::size_t at) const {
    if (at >= tokens.size() || tokens[at].kind != Token::Kind::number) return std::nullopt;
    const auto digits = tokens[at].text;
    int value = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return result.ec == std::errc{} ? value : figure_too_large;
}

std::optional<WrittenNumber> Passage::number_at(std::size_t at) const {
    if (const auto figure = figure_at(at)) return WrittenNumber{*figure, at + 1};
    const auto word = sign_at(Sense::number, at);
    return word ? std::optional{WrittenNumber{word->value, word->last}} : std::nullopt;
}

bool holds(const Lexicon& lexicon, const Passage& passage, const std::function<bool(const Meaning&)>& wanted,
           std::size_t first, std::size_t last) {
    for (auto at = first; at < last; ++at)
        if (lexicon.find(passage.tokens, at, wanted)) return true;
    return false;
}

bool holds(const Lexicon& lexicon, const Passage& passage, Sense sense, std::size_t first, std::size_t last) {
    return holds(
        lexicon, passage, [sense](const Meaning& meaning) { return meaning.sense == sense; }, first, last);
}

bool holds_its_command(const Lexicon& lexicon, const Passage& passage, const Sign& sign) {
    const auto command = [&](const Meaning& meaning) {
        return meaning.sense == Sense::command && meaning.value == sign.value;
    };
    return holds(lexicon, passage, command, sign.first, sign.last);
}

std::vector<std::size_t> last_places(const Lexicon& lexicon, const Passage& passage, Sense sense) {
    std::vector<std::size_t> places;
    std::size_t last = 0;
    for (std::size_t at = 0; at < passage.tokens.size(); ++at)
        places.push_back(last = holds(lexicon, passage, sense, at, at + 1) ? at + 1 : last);
    return places;
}

std::string Passage::written(std::size_t first, std::size_t last) const {
    if (first >= last || first >= tokens.size()) return {};
    const auto end = tokens[std::min(last, tokens.size()) - 1].end;
    return std::string(without_edges(original_between(*text, tokens[first].begin, end)));
}

namespace {

bool is_fact(const Meaning& meaning) {
    switch (meaning.sense) {
        case Sense::plain:
        case Sense::counted:
        case Sense::title:
            return meaning.value == 0;
        case Sense::known:
        case Sense::ordinal:
        case Sense::number:
        case Sense::month:
        case Sense::weekday:
        case Sense::relative_day:
        case Sense::ago:
        case Sense::ago_before:
        case Sense::within:
        case Sense::unit:
        case Sense::next:
        case Sense::last:
        case Sense::until:
        case Sense::from:
        case Sense::part:
        case Sense::holiday:
        case Sense::rhythm:
        case Sense::every:
        case Sense::times:
        case Sense::per:
        case Sense::mode:
        case Sense::day_first:
            return true;
        default:
            return false;
    }
}

}

Passage facts_of(const Passage& passage, const Lexicon& lexicon) {
    Passage facts = passage;
    facts.signs = signs_of(lexicon, facts.tokens, is_fact);
    return facts;
}

Passage passage_of(const Lexicon& lexicon, const FoldedText& text,
                   const std::function<bool(const Meaning&)>& wanted,
                   const std::function<bool(std::string_view)>& guarded) {
    Passage passage;
    passage.text = &text;
    passage.tokens = lexicon.respelling()(unwrapped(tokens_of(text)));
    correct(passage.tokens, lexicon, guarded);
    passage.tokens = without_day_points(passage.tokens, lexicon);
    passage.signs = signs_of(lexicon, passage.tokens, wanted);
    split(passage);
    return passage;
}

}
