// SPDX-License-Identifier: MIT
// What single words, neighbours and near neighbours weigh for danger: it hears what no phrase of the tables
// names. The weights are learnt from the project's own examples (tests/tools/weigh_danger.cpp); no word of a
// real person's mail is in them. Errs to yes, as the tables do.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/reading/tokens.h"

namespace mentoring {

// Above 0 the words speak rather for it than against it.
struct DangerScore {
    float any = 0;     // for danger of either strength
    float strong = 0;  // for strong words
};

// Whatever was written weighs this; the name of no term.
inline constexpr std::string_view every_text = "^";

// The words and numbers, each once: "a", its neighbours "a b", its near neighbours "a _ b", and every_text.
// In no particular order.
std::vector<std::string> danger_terms(std::span<const Token> tokens);

class DangerWeights {
public:
    // Call settle() after the last one. A term that is given twice counts as it was given first.
    void add(std::string_view term, DangerScore weight);
    void settle();

    // The sum of what its terms weigh, by the root of their number.
    DangerScore score(std::span<const Token> tokens) const;
    // The terms of most weight for danger of either strength, the heaviest first; "^" is none of them.
    std::vector<std::string> heaviest(std::span<const Token> tokens, std::size_t most) const;
    bool empty() const { return entries_.empty(); }

private:
    struct Entry {
        std::uint64_t term;  // its hash: the words themselves are not needed
        DangerScore weight;
    };
    DangerScore weight_of(std::string_view term) const;  // 0 where it is not known

    std::vector<Entry> entries_;
};

}
