// SPDX-License-Identifier: MIT
#include "workflow/reading/spelling.h"

#include <algorithm>
#include <array>

namespace mentoring {

int spelling_distance(std::string_view left, std::string_view right, int most) {
    if (left.size() > spelling_letters_max || right.size() > spelling_letters_max) return most + 1;
    const auto longer = std::max(left.size(), right.size()), shorter = std::min(left.size(), right.size());
    if (longer - shorter > static_cast<std::size_t>(most)) return most + 1;
    using Row = std::array<int, spelling_letters_max + 1>;
    Row before_last{}, last{}, row{};
    for (std::size_t j = 0; j <= right.size(); ++j) last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= left.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const int other = left[i - 1] == right[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + other});
            const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last = last;
        last = row;
    }
    return std::min(last[right.size()], most + 1);
}

}
