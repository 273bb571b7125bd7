// SPDX-License-Identifier: MIT
// Every field a letter may use, once: what deciding fills, what the check of the letter files accepts, what
// templates/README.md explains, and what `mentord letter` shows as a sample.
#pragma once

#include <span>
#include <string_view>

namespace mentoring {

enum class FieldKind {
    text,   // ours, within a sentence
    lines,  // ours, a paragraph of its own
    words,  // a person's, a paragraph of its own
    flag,   // a section shown or not
    rows,   // a section repeated
    made    // by the renderer
};

// `every`: filled in every letter. `case_letters`: in every letter of a case. `some`: a template asks first,
// with {{#field}}, unless the letter is about nothing else.
enum class FieldPresence { every, case_letters, some };

struct FieldName {
    std::string_view name;
    FieldKind kind = FieldKind::text;
    FieldPresence presence = FieldPresence::some;
    std::string_view rows;  // the section it is a column of, empty for none
    std::string_view meaning;
    std::string_view sample;
};

std::span<const FieldName> field_names();
// With `rows` empty a field of its own, else a column of that section; nullptr for none.
const FieldName* field_named(std::string_view rows, std::string_view name);

}
