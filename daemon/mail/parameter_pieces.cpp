// SPDX-License-Identifier: MIT
#include "daemon/mail/parameter_pieces.h"

#include <algorithm>

#include "daemon/mail/ascii.h"

namespace mentoring {

namespace {

constexpr std::size_t name_octets_max = 60;  // of a parameter
constexpr std::size_t blanks_max = 60;       // looked across for the next parameter
constexpr int continuation_max = 999;        // RFC 2231 §3 sets none

bool is_name_character(char c) {
    return c > ' ' && c < '\x7F' && std::string_view("()<>@,;:\\\"/[]?=").find(c) == std::string_view::npos;
}

ParameterPiece piece_of(std::string_view name, std::string value) {
    ParameterPiece read{{}, 0, ParameterForm::plain, std::move(value)};
    if (name.ends_with('*')) {
        read.form = ParameterForm::extended;
        name.remove_suffix(1);
    }
    if (const auto star = name.find('*'); star != std::string_view::npos) {
        for (const char c : name.substr(star + 1))
            if (ascii::is_digit(c) && read.index <= continuation_max)
                read.index = read.index * 10 + (c - '0');
        name = name.substr(0, star);
        read.index = std::min(read.index, continuation_max) + 1;
    }
    read.name = ascii::lowered(name.substr(0, name_octets_max));
    return read;
}

}

std::string ParameterPieces::read_value() {
    std::string value;
    while (at_ < text_.size() && text_[at_] != ';') {
        if (text_[at_] == '(')
            skip_comment();
        else if (ascii::is_space(text_[at_]) && starts_parameter(at_ + 1))
            break;
        else
            value += ascii::lower(text_[at_++]);
    }
    std::erase_if(value, [](char c) { return ascii::is_space(c) || c == '"'; });
    return value;
}

std::optional<ParameterPiece> ParameterPieces::next() {
    while (at_ < text_.size()) {
        skip_separators();
        const auto begin = at_;
        while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
        const auto name = text_.substr(begin, at_ - begin);
        skip_blanks();
        if (!name.empty() && at_ < text_.size() && text_[at_] == '=') {
            ++at_;
            skip_blanks();
            return piece_of(name, at_ < text_.size() && text_[at_] == '"' ? quoted() : unquoted());
        }
        if (at_ == begin) ++at_;
    }
    return std::nullopt;
}

void ParameterPieces::skip_blanks() {
    while (at_ < text_.size() && ascii::is_space(text_[at_])) ++at_;
}

void ParameterPieces::skip_separators() {
    while (at_ < text_.size()) {
        if (text_[at_] == '(')
            skip_comment();
        else if (text_[at_] == ';' || ascii::is_space(text_[at_]))
            ++at_;
        else
            return;
    }
}

void ParameterPieces::skip_comment() {
    int depth = 0;
    while (at_ < text_.size()) {
        const char c = text_[at_++];
        if (c == '\\' && at_ < text_.size()) ++at_;
        if (c == '(') ++depth;
        if (c == ')' && --depth == 0) return;
    }
}

// Whether "name=" stands there: a semicolon was forgotten before it.
bool ParameterPieces::starts_parameter(std::size_t from) const {
    const auto near = std::min(text_.size(), from + blanks_max);
    while (from < near && ascii::is_blank(text_[from])) ++from;
    auto end = from;
    while (end < text_.size() && end - from < name_octets_max && is_name_character(text_[end])) ++end;
    return end > from && end < text_.size() && text_[end] == '=' && !text_.substr(end).starts_with("=?") &&
           !text_.substr(from).starts_with("=?");
}

// A quote that neither ends the field nor is followed by ";" or another parameter belongs to the value.
bool ParameterPieces::closes(std::size_t quote) const {
    auto next = quote + 1;
    const auto near = std::min(text_.size(), next + blanks_max);
    while (next < near && ascii::is_space(text_[next])) ++next;
    return next == text_.size() || text_[next] == ';' || text_[next] == '(' || starts_parameter(quote + 1);
}

std::string ParameterPieces::quoted() {
    std::string value;
    for (++at_; at_ < text_.size(); ++at_) {
        const char c = text_[at_];
        if (c == '"' && closes(at_)) {
            ++at_;
            return value;
        }
        if (c == '\\' && at_ + 1 < text_.size()) ++at_;
        value += text_[at_];
    }
    return value;
}

std::string ParameterPieces::unquoted() {
    const auto begin = at_;
    while (at_ < text_.size() && text_[at_] != ';') {
        if (ascii::is_space(text_[at_]) && starts_parameter(at_ + 1)) break;
        if (text_[at_] == '(' && at_ > begin && ascii::is_space(text_[at_ - 1])) break;
        ++at_;
    }
    auto value = ascii::trimmed(text_.substr(begin, at_ - begin));
    while (value.ends_with('"')) value.remove_suffix(1);
    return std::string(value);
}

}
