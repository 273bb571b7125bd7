// SPDX-License-Identifier: MIT
// Our own letters, recognised where a mail program quotes them without any mark. Lines are compared by runs
// of words, so that other line breaks and lost formatting do not matter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "workflow/reading/line.h"

namespace mentoring {

class OwnLetters {
public:
    OwnLetters() = default;
    // The plain text of each letter of ours that the mail may quote.
    explicit OwnLetters(const std::vector<std::string>& letters);

    bool empty() const { return runs_.empty(); }
    // For each line whether it is one of ours: nearly all its words stand in runs of four that we wrote,
    // counted over line ends. A short line by itself, or the only one, is not a quotation but an answer
    // copied out of our letter.
    std::vector<bool> recognise(const std::vector<Line>& lines) const;

private:
    std::unordered_set<std::uint64_t> runs_;  // of four words each
};

}
