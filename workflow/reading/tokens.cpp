// SPDX-License-Identifier: MIT
#include "workflow/reading/tokens.h"

namespace mentoring {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

struct CodePoint {
    char32_t value = 0;
    std::size_t size = 1;
};

CodePoint code_point(std::string_view text, std::size_t at) {
    const auto octet = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto lead = octet(at);
    if (lead < 0xC0) return {lead, 1};
    const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + size > text.size()) return {lead, 1};
    char32_t value = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) value = (value << 6) | (octet(at + i) & 0x3FU);
    return {value, size};
}

// Joiners, variation selectors, skin tones, keycaps: they belong to the sign before them.
bool is_attachment(char32_t c) {
    return c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF) || c == 0x20E3;
}

bool is_symbol(char32_t c) {
    return (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || (c >= 0x1F000 && c <= 0x1FAFF) ||
           (c >= 0xA0 && c <= 0xBF) || c == 0xFFFD;
}

bool is_letter(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) return is_lower(c) || is_upper(c);
    const auto point = code_point(text, at).value;
    return !is_symbol(point) && !is_attachment(point);
}

Token::Letters letters_of(std::string_view written) {
    std::size_t upper = 0, lower = 0;
    for (const char c : written) {
        if (is_upper(c)) ++upper;
        if (is_lower(c)) ++lower;
    }
    const bool accented_capital =
        written.size() > 1 && written[0] == '\xC3' && static_cast<unsigned char>(written[1]) < 0x9F;
    if (lower == 0 && upper + (accented_capital ? 1U : 0U) > 1) return Token::Letters::upper;
    if (!written.empty() && (is_upper(written[0]) || accented_capital)) return Token::Letters::capital;
    return Token::Letters::lower;
}

class Splitter {
public:
    explicit Splitter(const FoldedText& text) : text_(text), folded_(text.folded) {}

    std::vector<Token> all() {
        while (at_ < folded_.size() && tokens_.size() < tokens_max) one();
        return std::move(tokens_);
    }

private:
    void one() {
        const char c = folded_[at_];
        if (is_blank(c) || c == '\r') {
            spaced_ = true;
            ++at_;
        } else if (c == '\n') {
            line_ends();
        } else if (is_digit(c)) {
            take(Token::Kind::number, end_of_digits());
        } else if (is_letter(folded_, at_)) {
            take(Token::Kind::word, end_of_letters());
            join();
        } else {
            sign();
        }
    }

    void line_ends() {
        const std::size_t begin = at_;
        int lines = 0;
        while (at_ < folded_.size() &&
               (folded_[at_] == '\n' || folded_[at_] == '\r' || is_blank(folded_[at_])))
            lines += folded_[at_++] == '\n' ? 1 : 0;
        const std::size_t end = at_;
        at_ = begin;
        take(lines > 1 ? Token::Kind::paragraph : Token::Kind::line, end);
        spaced_ = true;
    }

    void sign() {
        const auto point = code_point(folded_, at_);
        if (is_attachment(point.value)) {
            at_ += point.size;
        } else {
            take(point.value < 0x80 ? Token::Kind::mark : Token::Kind::symbol, at_ + point.size);
        }
    }

    // Leaves out the apostrophe, hyphen or underscore between two letters.
    void join() {
        if (at_ + 1 >= folded_.size()) return;
        const char c = folded_[at_];
        if ((c == '\'' || c == '-' || c == '_') && is_letter(folded_, at_ + 1)) ++at_;
    }

    std::size_t end_of_digits() const {
        std::size_t end = at_;
        while (end < folded_.size() && is_digit(folded_[end])) ++end;
        return end;
    }

    std::size_t end_of_letters() const {
        std::size_t end = at_;
        while (end < folded_.size() && is_letter(folded_, end)) end += code_point(folded_, end).size;
        return end;
    }

    void take(Token::Kind kind, std::size_t end) {
        Token token;
        token.kind = kind;
        token.begin = static_cast<std::uint32_t>(at_);
        token.end = static_cast<std::uint32_t>(end);
        token.text = folded_.substr(at_, end - at_);
        token.spaced = spaced_;
        if (kind == Token::Kind::word) {
            const auto written = original_between(text_, at_, end);
            token.letters = letters_of(written);
            token.accented = written.size() != token.text.size();
        }
        tokens_.push_back(token);
        at_ = end;
        spaced_ = false;
    }

    const FoldedText& text_;
    std::string_view folded_;
    std::size_t at_ = 0;
    bool spaced_ = false;
    std::vector<Token> tokens_;
};

}

std::vector<Token> tokens_of(const FoldedText& text) {
    return Splitter(text).all();
}

}
