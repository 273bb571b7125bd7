// SPDX-License-Identifier: MIT
// What a letter's fields hold, kept aside while the template is filled and read as Markdown. In their place
// stand placeholders: a number between two private-use characters, which no template and no value contains.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

constexpr std::string_view placeholder_begin = "\ue000";
constexpr std::string_view placeholder_end = "\ue001";

struct Value {
    // `line` stands within a sentence; `words` are a person's and `lines` are ours, each a paragraph of its
    // own; `prefill` is what a link fills into a new mail.
    enum class Kind { line, words, lines, prefill };
    Kind kind = Kind::line;
    std::string text;  // made safe when it was kept
};

class Values {
public:
    // Makes the text safe for its kind, keeps it, and gives its placeholder.
    std::string keep(Value::Kind kind, std::string_view text);
    const Value& at(std::size_t number) const;

private:
    std::vector<Value> kept_;
};

struct Placeholder {
    std::size_t begin = 0;  // octets in the text it was found in
    std::size_t end = 0;
    std::size_t number = 0;
};

std::optional<Placeholder> next_placeholder(std::string_view text, std::size_t from);

}
