// SPDX-License-Identifier: MIT
// Reads config/words/danger.weights: lines of two weights and a term, parted by tabulators; "#" begins a
// comment. The file is made by `./dev weigh`.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "workflow/model/fault.h"
#include "workflow/reading/danger_weights.h"

namespace mentoring {

inline constexpr std::size_t danger_weights_octets_max = 4'000'000;
inline constexpr std::size_t danger_weights_max = 50'000;
inline constexpr float danger_weight_max = 100;

// Every fault with its line; never throws. Empty where the file is faulty.
DangerWeights load_danger_weights(const std::filesystem::path& path, Faults& faults);
DangerWeights parse_danger_weights(std::string_view text, const std::string& file, Faults& faults);

}
