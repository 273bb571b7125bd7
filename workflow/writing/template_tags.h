// SPDX-License-Identifier: MIT
// The mustache tags of a letter's source, in order, each with its line: what the check of the letter files
// and the search for missing fields walk over. A closed subset of mustache: {{field}}, {{#section}},
// {{^section}},
// {{/section}}, {{> part}}, {{! note}}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

struct TemplateTag {
    enum class Kind { field, section, inverted, end, part, note, unknown };
    Kind kind = Kind::field;
    std::string name;  // of `unknown`: what stands between the braces
    int line = 1;
    bool alone = false;  // nothing else on its line
};

// An unclosed "{{" is one `unknown` tag reaching to the end of its line.
std::vector<TemplateTag> template_tags(std::string_view source);

}
