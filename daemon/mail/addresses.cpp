// SPDX-License-Identifier: MIT
#include "daemon/mail/addresses.h"

#include <utility>

#include "daemon/mail/ascii.h"
#include "daemon/mail/header_words.h"
#include "daemon/mail/limits.h"

namespace mentoring {

namespace {

// "@hop1,@hop2:user@host" (RFC 5322 §4.4) is user@host.
std::string without_route(std::string address) {
    if (!address.starts_with('@')) return address;
    const auto colon = address.rfind(':');
    return colon == std::string::npos ? address : address.substr(colon + 1);
}

std::string one_blank(std::string_view text) {
    std::string out;
    for (const char c : ascii::trimmed(text))
        if (!ascii::is_space(c))
            out += c;
        else if (!out.ends_with(' '))
            out += ' ';
    return out;
}

class AddressReader {
public:
    AddressReader(std::string_view value, std::string_view likely) : text_(value), likely_(likely) {}

    std::vector<NamedAddress> read() {
        while (at_ < text_.size() && found_.size() < limits::addresses_max) {
            const char c = text_[at_];
            if (c == '(')
                take_comment();
            else if (c == '"')
                take_quoted();
            else if (c == '<')
                take_angle();
            else if (c == ',' || c == ';')
                ++at_, finish();
            else if (c == ':' && phrase_.find('@') == std::string::npos)
                ++at_, phrase_.clear(), comment_.clear();
            else
                phrase_ += text_[at_++];
        }
        finish();
        return std::move(found_);
    }

private:
    // RFC 5322 §3.2.2; the last comment counts, since names stand behind their addresses.
    void take_comment() {
        std::string comment;
        int depth = 0;
        while (at_ < text_.size()) {
            char c = text_[at_++];
            if (c == '(' && ++depth == 1) continue;
            if (c == ')' && --depth == 0) break;
            if (c == '\\' && at_ < text_.size()) c = text_[at_++];
            comment += c;
        }
        comment_ = std::move(comment);
        phrase_ += ' ';
    }

    std::string quoted() {
        std::string out;
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
            out += text_[at_];
        }
        if (at_ < text_.size()) ++at_;
        return out;
    }

    // A quoted local part keeps its quotes, a quoted name does not.
    void take_quoted() {
        const auto content = quoted();
        if (at_ < text_.size() && text_[at_] == '@')
            phrase_ += '"' + content + '"';
        else
            phrase_ += content, quoted_name_ = true;
    }

    void take_angle() {
        std::string address;
        for (++at_; at_ < text_.size() && text_[at_] != '>';) {
            const char c = text_[at_];
            if (c == '(') {
                skip_comment();
            } else if (c == '"') {
                address += '"' + quoted() + '"';
            } else if (c == '<') {
                address.clear(), ++at_;
            } else {
                if (!ascii::is_space(c)) address += c;
                ++at_;
            }
        }
        while (at_ < text_.size() && text_[at_] == '>') ++at_;
        address_ = without_route(std::move(address));
        angle_ = true;
    }

    void skip_comment() {
        const auto kept = std::exchange(comment_, {});
        take_comment();
        comment_ = kept;
        phrase_.pop_back();
    }

    void finish() {
        if (angle_)
            add(phrase_, address_);
        else if (!ascii::trimmed(phrase_).empty())
            finish_bare();
        phrase_.clear(), comment_.clear(), address_.clear();
        angle_ = quoted_name_ = false;
    }

    // Without brackets: the word with "@" is the address, what stands beside it the name.
    void finish_bare() {
        const auto text = one_blank(phrase_);
        const auto sign = text.rfind('@');
        if (sign == std::string::npos) {
            const bool one_word = text.find(' ') == std::string::npos;
            add(comment_.empty() ? text : comment_, one_word && !quoted_name_ ? text : std::string{});
            return;
        }
        const auto [begin, end] = bounds_of_address(text, sign);
        std::string address;
        for (const char c : text.substr(begin, end - begin))
            if (!ascii::is_space(c) || text[begin] == '"') address += c;
        add(std::string(text.substr(0, begin)) + std::string(text.substr(end)),
            without_route(std::move(address)));
    }

    // Blanks belong to the address only in the obsolete form "jdoe @ machine . example" (RFC 5322 §4.4).
    static std::pair<std::size_t, std::size_t> bounds_of_address(std::string_view text, std::size_t sign) {
        auto begin = sign, end = sign + 1;
        if (sign > 1 && text[sign - 1] == '"') {
            const auto quote = text.rfind('"', sign - 2);
            if (quote != std::string_view::npos) begin = quote;
        }
        const auto is_blank = [&](std::size_t i) { return i < text.size() && text[i] == ' '; };
        const bool spaced = (sign > 0 && is_blank(sign - 1)) || is_blank(end);
        const auto joins = [&](std::size_t i) {
            return spaced && i < text.size() && (text[i] == '.' || text[i] == '@');
        };
        while (begin > 0 && (!is_blank(begin - 1) || joins(begin) || (begin > 1 && joins(begin - 2))))
            --begin;
        while (end < text.size() && (!is_blank(end) || joins(end - 1) || joins(end + 1))) ++end;
        return {begin, end};
    }

    void add(std::string_view name, std::string_view address) {
        auto decoded = one_blank(decode_words(one_blank(name), likely_));
        if (decoded.empty() && !comment_.empty()) decoded = one_blank(decode_words(comment_, likely_));
        found_.push_back({std::move(decoded), decode_words(address, likely_)});
    }

    std::string_view text_, likely_;
    std::size_t at_ = 0;
    std::string phrase_, comment_, address_;
    bool angle_ = false, quoted_name_ = false;
    std::vector<NamedAddress> found_;
};

}

std::vector<NamedAddress> read_addresses(std::string_view value, std::string_view likely_charset) {
    auto found = AddressReader(value, likely_charset).read();
    const bool wholly_encoded = found.size() == 1 && found.front().address.find('@') == std::string::npos &&
                                value.find("=?") != std::string_view::npos;
    if (!wholly_encoded || found.front().name.find('@') == std::string::npos) return found;
    return AddressReader(found.front().name, {}).read();
}

}
