// SPDX-License-Identifier: MIT
#include "daemon/settings/danger_weights_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <optional>
#include <system_error>

namespace mentoring {

namespace {

// The number up to the next tabulator, which is taken away with it.
std::optional<float> weight_from(std::string_view& line) {
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    float weight = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + tab, weight);
    const bool whole = error == std::errc{} && end == line.data() + tab;
    if (!whole || !(std::abs(weight) <= danger_weight_max)) return std::nullopt;
    line.remove_prefix(tab + 1);
    return weight;
}

bool add_line(DangerWeights& weights, std::string_view line) {
    const auto any = weight_from(line);
    const auto strong = any ? weight_from(line) : std::nullopt;
    if (!strong || line.empty() || line.find('\t') != std::string_view::npos) return false;
    weights.add(line, {*any, *strong});
    return true;
}

}

DangerWeights parse_danger_weights(std::string_view text, const std::string& file, Faults& faults) {
    DangerWeights weights;
    std::size_t lines = 0;
    const auto fault = [&](std::string what) {
        faults.push_back(
            {file, static_cast<int>(lines), std::move(what), "made by ./dev weigh", Severity::fault});
        return DangerWeights{};
    };
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (++lines > danger_weights_max) return fault("too many lines");
        if (line.empty() || line.front() == '#') continue;
        if (!add_line(weights, line)) return fault("two weights and a term are expected");
    }
    if (weights.empty()) return fault("no weights");
    weights.settle();
    return weights;
}

DangerWeights load_danger_weights(const std::filesystem::path& path, Faults& faults) {
    std::error_code trouble;
    const auto size = std::filesystem::file_size(path, trouble);
    std::string text(trouble ? 0 : std::min<std::uintmax_t>(size, danger_weights_octets_max), '\0');
    std::ifstream stream(path, std::ios::binary);
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    const auto name = path.filename().string();
    if (!text.empty()) return parse_danger_weights(text, name, faults);
    faults.push_back({name, 0, "cannot be read", "made by ./dev weigh", Severity::fault});
    return {};
}

}
