// SPDX-License-Identifier: MIT
// Words that stand in what is meant for the president alone, and nowhere else.
#pragma once

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace mentoring {

inline bool holds_any(const std::string& text) {
    constexpr std::array planted{"XYLOPHONE", "QUINTESSENCE", "ZEPPELIN"};
    return std::any_of(planted.begin(), planted.end(),
                       [&](const char* each) { return text.find(each) != std::string::npos; });
}

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}
