// SPDX-License-Identifier: MIT
#include "workflow/reading/sentences.h"

#include <algorithm>
#include <optional>

namespace mentoring {

namespace {

bool is_mark(const Token& token, std::string_view text) {
    return token.kind == Token::Kind::mark && token.text == text;
}

class Splitter {
public:
    explicit Splitter(Passage& passage)
        : passage_(passage), tokens_(passage.tokens), inside_(passage.tokens.size(), 0) {
        for (const auto& sign : passage.signs)
            for (auto at = sign.first + 1; at < sign.last; ++at) inside_[at] = 1;
    }

    void sentences() {
        std::size_t first = 0;
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            if (!ends_sentence(at)) continue;
            while (at + 1 < tokens_.size() && (is_end_mark(at + 1) || closes(at + 1))) ++at;
            add_sentence(first, at + 1);
            first = at + 1;
        }
        add_sentence(first, tokens_.size());
    }

    void clauses() {
        for (std::size_t i = 0; i < passage_.sentences.size(); ++i) clauses_of(i);
    }

private:
    bool is_end_mark(std::size_t at) const {
        return is_mark(tokens_[at], ".") || is_mark(tokens_[at], "!") || is_mark(tokens_[at], "?");
    }

    // A quotation mark or bracket right behind the end of what it encloses.
    bool closes(std::size_t at) const {
        const auto& token = tokens_[at];
        return !token.spaced && !is_line_end(tokens_[at - 1]) &&
               (is_mark(token, "\"") || is_mark(token, "'") || is_mark(token, ")"));
    }

    bool ends_sentence(std::size_t at) const {
        const auto& token = tokens_[at];
        if (is_line_end(token) || is_mark(token, "!") || is_mark(token, "?")) return true;
        return (is_mark(token, ".") && !is_inner_stop(at)) || is_smile(at);
    }

    // "Number two please 🙂 scrubbing in": a pictograph that answers nothing, before a word.
    bool is_smile(std::size_t at) const {
        constexpr unsigned char lead_of_pictographs = 0xF0;
        const auto& token = tokens_[at];
        const auto signs = passage_.signs_in(at, at + 1);
        const bool answers_nothing = std::all_of(signs.begin(), signs.end(), [](const Sign& sign) {
            return sign.sense == Sense::plain || sign.sense == Sense::thanks;
        });
        return token.kind == Token::Kind::symbol && answers_nothing &&
               static_cast<unsigned char>(token.text.front()) == lead_of_pictographs &&
               at + 1 < tokens_.size() && tokens_[at + 1].kind == Token::Kind::word;
    }

    bool is_inner_stop(std::size_t at) const {
        if (inside_sign(at)) return true;
        if (at + 1 < tokens_.size() && !tokens_[at + 1].spaced && !is_line_end(tokens_[at + 1]) &&
            tokens_[at + 1].kind != Token::Kind::mark && tokens_[at + 1].kind != Token::Kind::symbol)
            return true;
        if (at == 0) return true;
        const auto& before = tokens_[at - 1];
        if (before.kind == Token::Kind::number)
            return begins_line(at - 1) && at + 1 < tokens_.size() && !is_line_end(tokens_[at + 1]);
        if (before.kind != Token::Kind::word || before.spaced == false)
            return before.kind == Token::Kind::word && ends_abbreviation(at);
        return ends_abbreviation(at);
    }

    bool ends_abbreviation(std::size_t at) const {
        const auto& before = tokens_[at - 1];
        if (before.end - before.begin == 1 && before.letters != Token::Letters::lower && before.text != "i")
            return true;
        if (passage_.has(Sense::title, at - 1, at)) return true;
        return passage_.has(Sense::month, at - 1, at) && before.end - before.begin <= 4 &&
               at + 1 < tokens_.size() && tokens_[at + 1].kind == Token::Kind::number;
    }

    bool inside_sign(std::size_t at) const { return inside_[at] != 0; }

    bool begins_line(std::size_t at) const { return at == 0 || is_line_end(tokens_[at - 1]); }

    void add_sentence(std::size_t first, std::size_t last) {
        const std::size_t begin = first;
        while (first < last && is_line_end(tokens_[first])) ++first;
        while (last > first && is_line_end(tokens_[last - 1])) --last;
        if (first >= last) return;
        Sentence sentence{first, last};
        for (auto at = first; at < last; ++at)
            sentence.asked |= is_mark(tokens_[at], "?") || tokens_[at].text == "\xC2\xBF";
        sentence.own_lines = begins_line(first) || begin != first;
        sentence.after_blank = first > 0 && tokens_[first - 1].kind == Token::Kind::paragraph;
        passage_.sentences.push_back(sentence);
    }

    bool parts(std::size_t at) const {
        const auto& token = tokens_[at];
        if (token.kind != Token::Kind::mark || inside_sign(at)) return false;
        if (token.text == "," || token.text == ";" || token.text == "(" || token.text == ")" ||
            token.text == ":")
            return true;
        return token.text == "-" && at + 1 < tokens_.size() && (token.spaced || tokens_[at + 1].spaced) &&
               tokens_[at + 1].kind != Token::Kind::number;
    }

    // A conjunction that begins a clause of its own.
    std::optional<ClauseOpening> opening_at(std::size_t at) const {
        if (passage_.has(Sense::contrast, at, at + 1)) return ClauseOpening::contrast;
        if (passage_.has(Sense::because, at, at + 1)) return ClauseOpening::because;
        return std::nullopt;
    }

    void clauses_of(std::size_t index) {
        const auto sentence = passage_.sentences[index];
        std::size_t first = sentence.first;
        ClauseOpening opening = ClauseOpening::plain;
        for (auto at = sentence.first; at < sentence.last; ++at) {
            if (parts(at)) {
                add_clause(first, at, index, opening);
                opening = tokens_[at].text == "," ? ClauseOpening::comma : ClauseOpening::mark;
                first = at + 1;
            } else if (const auto next = opening_at(at)) {
                add_clause(first, at, index, opening);
                opening = *next;
                first = at;
            }
        }
        add_clause(first, sentence.last, index, opening);
    }

    void add_clause(std::size_t first, std::size_t last, std::size_t sentence, ClauseOpening opening) {
        if (first < last) passage_.clauses.push_back({first, last, sentence, opening});
    }

    Passage& passage_;
    const std::vector<Token>& tokens_;
    std::vector<char> inside_;  // by token: within a phrase, so that a mark there parts nothing
};

}

void split(Passage& passage) {
    Splitter splitter(passage);
    splitter.sentences();
    splitter.clauses();
}

}
