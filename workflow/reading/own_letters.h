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
    // For each line whether it is one of ours: a line of at least four words that we wrote, or a shorter one
    // of ours between two such. A single line copied out of our letter is not a quotation but an answer.
    std::vector<bool> recognise(const std::vector<Line>& lines) const;

private:
    bool wrote(std::string_view plain) const;
    std::unordered_set<std::uint64_t> runs_;   // of four words each
    std::unordered_set<std::uint64_t> lines_;  // whole lines
};

}
