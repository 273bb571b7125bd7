// SPDX-License-Identifier: MIT
#include "daemon/mail/html_marks.h"

#include <algorithm>
#include <charconv>

#include "daemon/mail/ascii.h"
#include "daemon/mail/limits.h"

namespace mentoring {

namespace {

constexpr int item_number_max = 99'999;

std::optional<int> item_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (number < 0 || number > item_number_max) return std::nullopt;
    return number;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// "example.org/a" of "https://www.example.org/a/", "kim@example.org" of "mailto:kim@example.org?subject=x".
std::string_view essence(std::string_view href) {
    for (const std::string_view before : {"mailto:", "https://", "http://", "www."})
        if (href.starts_with(before)) href.remove_prefix(before.size());
    href = href.substr(0, href.find('?'));
    while (href.ends_with('/')) href.remove_suffix(1);
    return href;
}

}

ListNumbers ListNumbers::ordered(std::string_view start) {
    ListNumbers numbers;
    numbers.next_ = item_number(start).value_or(1);
    return numbers;
}

std::string ListNumbers::next(std::string_view value) {
    if (!next_) return {};
    const auto number = item_number(value).value_or(*next_);
    next_ = std::min(number + 1, item_number_max);
    return std::to_string(number) + ".";
}

std::string link_target(std::string_view href, std::string_view shown) {
    const auto target = ascii::trimmed(href);
    if (target.size() > limits::link_octets_max || ascii::trimmed(shown).empty()) return {};
    const auto lowered = ascii::lowered(target);
    const bool leads_out =
        lowered.starts_with("http://") || lowered.starts_with("https://") || lowered.starts_with("mailto:");
    const bool plain = std::all_of(target.begin(), target.end(), [](char c) {
        return static_cast<unsigned char>(c) > ' ' && c != '<' && c != '>' && c != '\x7F';
    });
    if (!leads_out || !plain || contains(ascii::lowered(shown), essence(lowered))) return {};
    return "<" + std::string(target) + ">";
}

}
