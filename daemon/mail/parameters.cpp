// SPDX-License-Identifier: MIT
#include "daemon/mail/parameters.h"

#include <algorithm>
#include <tuple>

#include "daemon/mail/ascii.h"
#include "daemon/mail/charset.h"
#include "daemon/mail/header_words.h"
#include "daemon/mail/parameter_pieces.h"

namespace mentoring {

namespace {

constexpr std::size_t parameters_max = 200;  // kept of one field

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
std::string joined(const std::vector<ParameterPiece>& pieces, std::string_view likely) {
    std::string bytes;
    std::string charset;
    const bool extended = std::any_of(pieces.begin(), pieces.end(), [](const ParameterPiece& each) {
        return each.form == ParameterForm::extended;
    });
    for (const auto& each : pieces) {
        std::string_view value = each.value;
        if (each.form == ParameterForm::extended && &each == &pieces.front()) charset = take_charset(value);
        bytes += each.form == ParameterForm::extended ? percent_decoded(value) : std::string(value);
    }
    return extended ? to_utf8(bytes, charset, likely) : decode_words(bytes, likely);
}

int preference(const ParameterPiece& piece) {
    return piece.index > 0 || piece.form == ParameterForm::extended ? 0 : 1;
}

}

ParameterisedValue parse_parameters(std::string_view field, std::string_view likely_charset) {
    ParameterPieces reader(field);
    ParameterisedValue read{reader.read_value(), {}};
    std::vector<ParameterPiece> pieces;
    while (pieces.size() < parameters_max) {
        auto piece = reader.next();
        if (!piece) break;
        pieces.push_back(std::move(*piece));
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const ParameterPiece& a, const ParameterPiece& b) {
        return std::tuple(std::string_view(a.name), preference(a), a.index) <
               std::tuple(std::string_view(b.name), preference(b), b.index);
    });
    for (auto first = pieces.begin(); first != pieces.end();) {
        const auto last = std::find_if(first, pieces.end(), [&](const ParameterPiece& each) {
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
