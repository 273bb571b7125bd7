// SPDX-License-Identifier: MIT
#include "workflow/model/fault.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace mentoring {

namespace {

constexpr std::size_t compared_octets_max = 64;  // nobody means a longer word

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

using Row = std::array<std::size_t, compared_octets_max + 1>;

// Optimal string alignment: Levenshtein and swaps of neighbours, with three rows of the matrix kept.
std::size_t distance(std::string_view left, std::string_view right) {
    Row before_last{}, last{}, present{};
    for (std::size_t j = 0; j <= right.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        present[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const bool same = lower(left[i - 1]) == lower(right[j - 1]);
            present[j] = std::min({last[j] + 1, present[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
            const bool swapped = i > 1 && j > 1 && lower(left[i - 1]) == lower(right[j - 2]) &&
                                 lower(left[i - 2]) == lower(right[j - 1]);
            if (swapped) present[j] = std::min(present[j], before_last[j - 2] + 1);
        }
        before_last = last;
        last = present;
    }
    return last[right.size()];
}

}

std::string to_string(const Fault& fault) {
    std::string line = fault.file;
    if (fault.line > 0) line += ":" + std::to_string(fault.line);
    if (!line.empty()) line += ": ";
    if (fault.severity == Severity::warning) line += "warning: ";
    line += fault.text;
    return fault.hint.empty() ? line : line + "; " + fault.hint;
}

bool any_fault(const Faults& faults) {
    return std::any_of(faults.begin(), faults.end(),
                       [](const Fault& each) { return each.severity == Severity::fault; });
}

std::string closest(std::string_view word, const std::vector<std::string>& candidates) {
    if (word.empty() || word.size() > compared_octets_max) return {};
    std::size_t allowed = std::max<std::size_t>(1, (word.size() + 1) / 3);
    std::string nearest;
    for (const std::string& candidate : candidates) {
        if (candidate.empty() || candidate.size() > compared_octets_max) continue;
        const std::size_t found = distance(word, candidate);
        if (found > allowed || (found == allowed && !nearest.empty())) continue;
        if (found >= candidate.size()) continue;
        allowed = found;
        nearest = candidate;
    }
    return nearest;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string meant = closest(word, candidates);
    return meant.empty() ? std::string() : "did you mean \"" + meant + "\"?";
}

}
