// SPDX-License-Identifier: MIT
#include "daemon/letters/values.h"

#include <charconv>

#include "daemon/letters/render.h"
#include "daemon/letters/safe_text.h"

namespace mentoring {

namespace {

constexpr std::size_t prefill_octets_max = 1'000;

std::string made_safe(Value::Kind kind, std::string_view text) {
    switch (kind) {
        case Value::Kind::line:
            return safe_line(text, value_octets_max);
        case Value::Kind::words:
        case Value::Kind::lines:
            return safe_lines(text, words_octets_max);
        case Value::Kind::prefill:
            return safe_lines(text, prefill_octets_max);
    }
    return {};
}

}

std::string Values::keep(Value::Kind kind, std::string_view text) {
    kept_.push_back({kind, made_safe(kind, text)});
    return std::string(placeholder_begin) + std::to_string(kept_.size() - 1) + std::string(placeholder_end);
}

const Value& Values::at(std::size_t number) const {
    return kept_.at(number);
}

std::optional<Placeholder> next_placeholder(std::string_view text, std::size_t from) {
    const auto begin = text.find(placeholder_begin, from);
    if (begin == std::string_view::npos) return std::nullopt;
    const auto digits = begin + placeholder_begin.size();
    const auto close = text.find(placeholder_end, digits);
    if (close == std::string_view::npos) return std::nullopt;
    Placeholder found{begin, close + placeholder_end.size(), 0};
    const auto read = std::from_chars(text.data() + digits, text.data() + close, found.number);
    if (read.ec != std::errc{} || read.ptr != text.data() + close) return std::nullopt;
    return found;
}

}
