// SPDX-License-Identifier: MIT
#include "daemon/settings/toml_document.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <vector>

#pragma GCC diagnostic ignored "-Wconversion"  // inside U8_NEXT
#pragma GCC diagnostic ignored "-Wsign-conversion"

namespace mentoring {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_beyond_ascii(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

// U+10FFFF is the last one: eight digits hold it.
std::string escape_of(UChar32 c) {
    char escape[16];
    std::snprintf(escape, sizeof escape, "\\U%08X", static_cast<unsigned>(c));
    return escape;
}

// The same document in ASCII, line for line, or what is wrong with it.
class AsciiDocument {
public:
    explicit AsciiDocument(std::string_view toml) : toml_(toml) {
        while (at_ < toml_.size() && !refusal_) step();
    }

    const std::string& text() const { return text_; }
    const std::optional<std::string>& refusal() const { return refusal_; }
    int line() const {
        const auto before = toml_.substr(0, at_);
        return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    }

private:
    void refuse(std::string text) { refusal_ = std::move(text); }
    void copy(std::size_t octets = 1) {
        text_ += toml_.substr(at_, octets);
        at_ += octets;
    }

    void step() {
        const char c = toml_[at_];
        if (is_beyond_ascii(c)) return refuse("a letter beyond ASCII outside of double quotes");
        if (c == '#')
            comment();
        else if (c == '"' || c == '\'')
            quotation(c);
        else
            copy();
    }

    void comment() {
        for (; at_ < toml_.size() && toml_[at_] != '\n'; ++at_)
            text_ += is_beyond_ascii(toml_[at_]) ? '?' : toml_[at_];
    }

    // One mark or three, with escapes between double ones; one mark closes with its line.
    void quotation(char mark) {
        const bool three = toml_.substr(at_, 3) == std::string(3, mark);
        const std::string closing(three ? 3 : 1, mark);
        copy(closing.size());
        while (at_ < toml_.size() && !refusal_) {
            if (closing.size() == 1 && toml_[at_] == '\n') return;
            if (toml_.substr(at_, closing.size()) == closing) return copy(closing.size());
            quoted(mark);
        }
    }

    void quoted(char mark) {
        if (is_beyond_ascii(toml_[at_])) return letter(mark);
        const bool escapes = mark == '"' && toml_[at_] == '\\';
        copy();
        if (!escapes || at_ == toml_.size()) return;
        if (is_beyond_ascii(toml_[at_])) return refuse("a backslash before a letter beyond ASCII");
        copy();
    }

    void letter(char mark) {
        if (mark == '\'') return refuse("a letter beyond ASCII outside of double quotes");
        UChar32 c = 0;
        auto behind = at_;
        U8_NEXT(toml_.data(), behind, toml_.size(), c);
        if (c < 0) return refuse("is not UTF-8");
        text_ += escape_of(c);
        at_ = behind;
    }

    std::string_view toml_;
    std::size_t at_ = 0;
    std::string text_;
    std::optional<std::string> refusal_;
};

// Whether the library meets what it holds for impossible.
bool gives_up(std::string_view ascii) {
    try {
        static_cast<void>(toml::parse(ascii));
    } catch (const TomlAssertion&) {
        return true;
    } catch (const toml::parse_error&) {
        return false;
    }
    return false;
}

// It reads from top to bottom and does not say where it gave up: at the first line without which it would
// not.
int line_given_up_at(std::string_view ascii) {
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < ascii.size(); ++at)
        if (ascii[at] == '\n') ends.push_back(at);
    const auto first = std::partition_point(
        ends.begin(), ends.end(), [&](std::size_t end) { return !gives_up(ascii.substr(0, end + 1)); });
    return 1 + static_cast<int>(first - ends.begin());
}

}

void throw_toml_assertion() {
    throw TomlAssertion{};
}

std::optional<toml::table> toml_document(std::string_view toml, const std::string& file, Faults& faults) {
    if (toml.starts_with(byte_order_mark)) toml.remove_prefix(byte_order_mark.size());
    const AsciiDocument ascii(toml);
    if (ascii.refusal()) {
        faults.push_back({file, ascii.line(), *ascii.refusal(), "keys and texts go into double quotes", {}});
        return std::nullopt;
    }
    const auto fault = [&](int line, std::string_view text) {
        faults.push_back({file, line, std::string(text), "", {}});
    };
    try {
        return toml::parse(ascii.text(), std::string_view(file));
    } catch (const toml::parse_error& error) {
        fault(static_cast<int>(error.source().begin.line), error.description());
    } catch (const TomlAssertion&) {
        fault(line_given_up_at(ascii.text()), "no TOML: a bracket or a quotation mark too many?");
    }
    return std::nullopt;
}

}
