// SPDX-License-Identifier: MIT
#include "daemon/mail/parameters.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "daemon/mail/ascii.h"
#include "daemon/mail/charset.h"
#include "daemon/mail/header_words.h"

namespace mentoring {

namespace {

constexpr std::size_t parameters_max = 200;  // kept of one field
constexpr std::size_t name_octets_max = 60;  // of a parameter
constexpr int continuation_max = 999;        // RFC 2231 §3 sets none

enum class Form { plain, extended };

// One "name*3*=value" as it stands in the field.
struct Piece {
    std::string name;
    int index = 0;
    Form form = Form::plain;
    std::string value;
};

bool is_name_character(char c) {
    return c > ' ' && c < '\x7F' && std::string_view("()<>@,;:\\\"/[]?=").find(c) == std::string_view::npos;
}

class PieceReader {
public:
    explicit PieceReader(std::string_view text) : text_(text) {}

    std::string read_value() {
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

    std::optional<Piece> next() {
        while (at_ < text_.size()) {
            skip_separators();
            const auto begin = at_;
            while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
            const auto name = text_.substr(begin, at_ - begin);
            skip_blanks();
            if (!name.empty() && at_ < text_.size() && text_[at_] == '=') {
                ++at_;
                skip_blanks();
                return piece(name, at_ < text_.size() && text_[at_] == '"' ? quoted() : unquoted());
            }
            if (at_ == begin) ++at_;
        }
        return std::nullopt;
    }

private:
    void skip_blanks() {
        while (at_ < text_.size() && ascii::is_space(text_[at_])) ++at_;
    }

    void skip_separators() {
        while (at_ < text_.size()) {
            if (text_[at_] == '(')
                skip_comment();
            else if (text_[at_] == ';' || ascii::is_space(text_[at_]))
                ++at_;
            else
                return;
        }
    }

    void skip_comment() {
        int depth = 0;
        while (at_ < text_.size()) {
            const char c = text_[at_++];
            if (c == '\\' && at_ < text_.size()) ++at_;
            if (c == '(') ++depth;
            if (c == ')' && --depth == 0) return;
        }
    }

    // Whether "name=" stands there: a semicolon was forgotten before it.
    bool starts_parameter(std::size_t from) const {
        while (from < text_.size() && ascii::is_blank(text_[from])) ++from;
        auto end = from;
        while (end < text_.size() && end - from < name_octets_max && is_name_character(text_[end])) ++end;
        return end > from && end < text_.size() && text_[end] == '=' &&
               !text_.substr(end).starts_with("=?") && !text_.substr(from).starts_with("=?");
    }

    // A quote that neither ends the field nor is followed by ";" or another parameter belongs to the value.
    bool closes(std::size_t quote) const {
        auto next = quote + 1;
        while (next < text_.size() && ascii::is_space(text_[next])) ++next;
        return next == text_.size() || text_[next] == ';' || text_[next] == '(' ||
               starts_parameter(quote + 1);
    }

    std::string quoted() {
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

    std::string unquoted() {
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

    static Piece piece(std::string_view name, std::string value) {
        Piece read{{}, 0, Form::plain, std::move(value)};
        if (name.ends_with('*')) {
            read.form = Form::extended;
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

    std::string_view text_;
    std::size_t at_ = 0;
};

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? ascii::hex_value(text[i + 1]) : -1;
        const int low = high >= 0 ? ascii::hex_value(text[i + 2]) : -1;
        out += low >= 0 ? static_cast<char>(high * 16 + low) : text[i];
        if (low >= 0) i += 2;
    }
    return out;
}

// "utf-8'en'" before the value (RFC 2231 §4).
std::string_view take_charset(std::string_view& value) {
    const auto first = value.find('\'');
    const auto second = first == std::string_view::npos ? first : value.find('\'', first + 1);
    if (second == std::string_view::npos) return {};
    const auto charset = value.substr(0, first);
    value.remove_prefix(second + 1);
    return charset;
}

// All pieces of one name, in order of their indices.
std::string joined(const std::vector<Piece>& pieces, std::string_view likely) {
    std::string bytes;
    std::string charset;
    const bool extended = std::any_of(pieces.begin(), pieces.end(),
                                      [](const Piece& each) { return each.form == Form::extended; });
    for (const auto& each : pieces) {
        std::string_view value = each.value;
        if (each.form == Form::extended && &each == &pieces.front()) charset = take_charset(value);
        bytes += each.form == Form::extended ? percent_decoded(value) : std::string(value);
    }
    return extended ? to_utf8(bytes, charset, likely) : decode_words(bytes, likely);
}

int preference(const Piece& piece) {
    return piece.index > 0 || piece.form == Form::extended ? 0 : 1;
}

}

ParameterisedValue parse_parameters(std::string_view field, std::string_view likely_charset) {
    PieceReader reader(field);
    ParameterisedValue read{reader.read_value(), {}};
    std::vector<Piece> pieces;
    while (pieces.size() < parameters_max) {
        auto piece = reader.next();
        if (!piece) break;
        pieces.push_back(std::move(*piece));
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
        return std::tuple(std::string_view(a.name), preference(a), a.index) <
               std::tuple(std::string_view(b.name), preference(b), b.index);
    });
    for (auto first = pieces.begin(); first != pieces.end();) {
        const auto last = std::find_if(first, pieces.end(), [&](const Piece& each) {
            return each.name != first->name || preference(each) != preference(*first);
        });
        const bool known = !read.parameters.empty() && read.parameters.back().name == first->name;
        const auto end = first->index > 0 ? last : first + 1;
        if (!known) read.parameters.push_back({first->name, joined({first, end}, likely_charset)});
        first = last;
    }
    return read;
}

std::string_view parameter(const ParameterisedValue& field, std::string_view name) {
    const auto found = std::find_if(field.parameters.begin(), field.parameters.end(),
                                    [&](const Parameter& each) { return each.name == name; });
    return found == field.parameters.end() ? std::string_view{} : std::string_view(found->value);
}

}
