// SPDX-License-Identifier: MIT
#include "daemon/mail/header_words.h"

#include <algorithm>
#include <optional>

#include "daemon/mail/ascii.h"
#include "daemon/mail/charset.h"
#include "daemon/mail/transfer.h"
#include "daemon/mail/utf8.h"

namespace mentoring {

namespace {

constexpr std::size_t charset_octets_max = 64;

struct EncodedWord {
    std::string_view charset;  // without the language of RFC 2231 §5
    char encoding = 'q';
    std::string_view text;
    std::size_t end = 0;  // in the value
};

bool is_blank_run(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return ascii::is_space(c); });
}

class WordReader {
public:
    WordReader(std::string_view value, std::string_view likely) : value_(value), likely_(likely) {}

    std::string read() {
        std::size_t plain = 0;
        for (auto at = value_.find("=?"); at != std::string_view::npos;) {
            const auto word = word_at(at);
            if (!word) {
                at = value_.find("=?", at + 2);
                continue;
            }
            take_plain(value_.substr(plain, at - plain));
            take_word(*word);
            plain = word->end;
            at = value_.find("=?", plain);
        }
        flush_words();
        append_plain(value_.substr(plain));
        return std::move(out_);
    }

private:
    std::optional<EncodedWord> word_at(std::size_t at) {
        const auto charset_end = value_.substr(0, at + 2 + charset_octets_max).find('?', at + 2);
        if (charset_end == std::string_view::npos || charset_end + 2 >= value_.size()) return std::nullopt;
        const char encoding = ascii::lower(value_[charset_end + 1]);
        if ((encoding != 'q' && encoding != 'b') || value_[charset_end + 2] != '?') return std::nullopt;
        const auto charset = value_.substr(at + 2, charset_end - at - 2);
        if (charset.empty() || charset.find_first_of(" \t=") != std::string_view::npos) return std::nullopt;
        const auto text = charset_end + 3;
        const auto [text_end, end] = text_bounds(text);
        if (text_end < text) return std::nullopt;
        return EncodedWord{charset.substr(0, charset.find('*')), encoding,
                           value_.substr(text, text_end - text), end};
    }

    // A word that was cut off at the end of the value is read as far as it goes.
    std::pair<std::size_t, std::size_t> text_bounds(std::size_t text) {
        const auto close = text >= no_close_from_ ? std::string_view::npos : value_.find("?=", text);
        if (close != std::string_view::npos) return {close, close + 2};
        no_close_from_ = std::min(no_close_from_, text);
        const bool whole = last_blank_ == unknown ? find_last_blank() < text : last_blank_ < text;
        return whole ? std::pair{value_.size(), value_.size()} : std::pair{std::size_t{0}, std::size_t{0}};
    }

    std::size_t find_last_blank() {
        const auto found = value_.find_last_of(" \t");
        return last_blank_ = found == std::string_view::npos ? 0 : found;
    }

    void take_plain(std::string_view text) {
        if (!words_charset_.empty() && is_blank_run(text)) return;
        flush_words();
        append_plain(text);
    }

    void take_word(const EncodedWord& word) {
        if (!ascii::equal(word.charset, words_charset_)) flush_words();
        words_charset_ = word.charset;
        words_ +=
            word.encoding == 'q' ? decode_q(word.text) : decode_transfer(word.text, TransferEncoding::base64);
    }

    void flush_words() {
        if (!words_.empty()) out_ += to_utf8(words_, words_charset_, likely_);
        words_.clear();
        words_charset_ = {};
    }

    void append_plain(std::string_view text) {
        if (is_ascii(text) && text.find('\x1B') == std::string_view::npos && !is_utf7(text, likely_))
            out_ += text;
        else
            out_ += to_utf8(text, {}, likely_);
    }

    static constexpr std::size_t unknown = std::string_view::npos;
    std::string_view value_, likely_;
    std::string out_, words_;
    std::string_view words_charset_;
    std::size_t no_close_from_ = std::string_view::npos;
    std::size_t last_blank_ = unknown;
};

}

std::string decode_words(std::string_view value, std::string_view likely) {
    if (is_printable_ascii(value) && value.find("=?") == std::string_view::npos && !is_utf7(value, likely))
        return std::string(value);
    auto text = WordReader(value, likely).read();
    std::replace_if(
        text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7F'; },
        ' ');
    return text;
}

}
