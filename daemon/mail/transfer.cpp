// SPDX-License-Identifier: MIT
#include "daemon/mail/transfer.h"

#include <array>
#include <cstdint>

#include "daemon/mail/ascii.h"
#include "daemon/mail/uuencode.h"

namespace mentoring {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::int8_t no_digit = -1;

constexpr std::array<std::int8_t, 256> base64_values = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(no_digit);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        values[static_cast<std::uint8_t>(alphabet[i])] = static_cast<std::int8_t>(i);
    return values;
}();

class Collector {
public:
    explicit Collector(std::size_t expected) { bytes_.reserve(expected); }
    void add(char c) { bytes_ += c; }
    void add(std::string_view text) { bytes_ += text; }
    std::size_t size() const { return bytes_.size(); }
    void cut(std::size_t size) { bytes_.resize(size); }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

class Counter {
public:
    void add(char) { ++size_; }
    void add(std::string_view text) { size_ += text.size(); }
    std::size_t size() const { return size_; }
    void cut(std::size_t size) { size_ = size; }

private:
    std::size_t size_ = 0;
};

// After padding, more base64 may follow (parts encoded one by one); anything else is an appended footer, and
// what looked like base64 in it is taken back.
template <class Sink>
void base64(std::string_view bytes, Sink& sink) {
    std::uint32_t bits = 0;
    int count = 0;
    bool padded = false;
    std::size_t size_at_padding = 0;
    for (const char c : bytes) {
        const auto value = base64_values[static_cast<std::uint8_t>(c)];
        if (value != no_digit) {
            bits = (bits << 6) | static_cast<std::uint32_t>(value);
            if (++count == 1) continue;
            sink.add(static_cast<char>((bits >> (count == 2 ? 4 : count == 3 ? 2 : 0)) & 0xFF));
            if (count == 4) count = 0;
        } else if (c == '=') {
            padded = true;
            size_at_padding = sink.size();
            count = 0;
        } else if (padded && !ascii::is_space(c)) {
            sink.cut(size_at_padding);
            return;
        }
    }
}

bool is_line_end(std::string_view bytes, std::size_t i) {
    return i == bytes.size() || bytes[i] == '\n' || bytes[i] == '\r';
}

std::size_t after_line_end(std::string_view bytes, std::size_t i) {
    if (i < bytes.size() && bytes[i] == '\r') ++i;
    if (i < bytes.size() && bytes[i] == '\n') ++i;
    return i;
}

// `i` stands on "="; returns where reading goes on.
template <class Sink>
std::size_t quoted_octet(std::string_view bytes, std::size_t i, Sink& sink) {
    std::size_t end = i + 1;
    while (end < bytes.size() && ascii::is_blank(bytes[end])) ++end;
    if (is_line_end(bytes, end)) return after_line_end(bytes, end);
    const int high = i + 1 < bytes.size() ? ascii::hex_value(bytes[i + 1]) : -1;
    const int low = i + 2 < bytes.size() ? ascii::hex_value(bytes[i + 2]) : -1;
    if (high < 0 || low < 0) {
        sink.add('=');
        return i + 1;
    }
    sink.add(static_cast<char>(high * 16 + low));
    return i + 3;
}

template <class Sink>
void quoted_printable(std::string_view bytes, Sink& sink) {
    std::size_t i = 0;
    while (i < bytes.size()) {
        if (bytes[i] == '=') {
            i = quoted_octet(bytes, i, sink);
            continue;
        }
        auto next = bytes.find('=', i);
        if (next == std::string_view::npos) next = bytes.size();
        sink.add(bytes.substr(i, next - i));
        i = next;
    }
}

}

TransferEncoding transfer_encoding(std::string_view field) {
    auto name = ascii::trimmed(field);
    if (name.starts_with('"')) name.remove_prefix(1);
    const auto is = [&](std::string_view start) { return ascii::starts_with(name, start); };
    if (is("base64") || is("base-64") || is("b64")) return TransferEncoding::base64;
    if (is("quoted-printable") || is("quoted printable") || is("quotedprintable"))
        return TransferEncoding::quoted_printable;
    if (is("x-uu") || is("uuencode") || is("x-uue")) return TransferEncoding::uuencode;
    return TransferEncoding::identity;
}

std::string decode_transfer(std::string_view bytes, TransferEncoding encoding) {
    if (encoding == TransferEncoding::identity) return std::string(bytes);
    if (encoding == TransferEncoding::uuencode) return decode_uuencode(bytes);
    Collector sink(encoding == TransferEncoding::base64 ? bytes.size() / 4 * 3 + 3 : bytes.size());
    if (encoding == TransferEncoding::base64)
        base64(bytes, sink);
    else
        quoted_printable(bytes, sink);
    return sink.take();
}

std::size_t decoded_octets(std::string_view bytes, TransferEncoding encoding) {
    if (encoding == TransferEncoding::identity) return bytes.size();
    if (encoding == TransferEncoding::uuencode) return decode_uuencode(bytes).size();
    Counter sink;
    if (encoding == TransferEncoding::base64)
        base64(bytes, sink);
    else
        quoted_printable(bytes, sink);
    return sink.size();
}

std::string decode_q(std::string_view word) {
    std::string out;
    out.reserve(word.size());
    for (std::size_t i = 0; i < word.size(); ++i) {
        const int high = word[i] == '=' && i + 2 < word.size() ? ascii::hex_value(word[i + 1]) : -1;
        const int low = high >= 0 ? ascii::hex_value(word[i + 2]) : -1;
        if (low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += word[i] == '_' ? ' ' : word[i];
        }
    }
    return out;
}

}
