// SPDX-License-Identifier: MIT
#include "daemon/letters/lone_value.h"

#include <stdexcept>

namespace mentoring {

namespace {

bool is_block(const Value& value) {
    return value.kind == Value::Kind::words || value.kind == Value::Kind::lines;
}

}

const Value* lone_value(const Block& block, const Values& values) {
    const Value* found = nullptr;
    for (const auto& each : block.inlines) {
        if (each.kind != Inline::Kind::text) continue;
        std::size_t from = 0;
        while (const auto place = next_placeholder(each.text, from)) {
            const auto& value = values.at(place->number);
            if (is_block(value)) found = &value;
            from = place->end;
        }
    }
    if (!found) return nullptr;
    const bool alone = block.inlines.size() == 1 && next_placeholder(block.inlines[0].text, 0)->begin == 0 &&
                       next_placeholder(block.inlines[0].text, 0)->end == block.inlines[0].text.size();
    if (!alone) throw std::invalid_argument("a person's words stand in a paragraph of their own");
    return found;
}

}
