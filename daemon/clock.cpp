// SPDX-License-Identifier: MIT
#include "daemon/clock.h"

#include <fstream>
#include <string>

namespace mentoring {

namespace {

std::optional<Instant> instant_from(const std::string& text) {
    int hour = 0, minute = 0, second = 0;
    char zulu = 0;
    const auto date = date_from_iso(std::string_view(text).substr(0, 10));
    if (!date || text.size() < 20 || text[10] != 'T') return std::nullopt;
    if (std::sscanf(text.c_str() + 11, "%2d:%2d:%2d%c", &hour, &minute, &second, &zulu) != 4 || zulu != 'Z')
        return std::nullopt;
    return std::chrono::sys_days{*date} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
           std::chrono::seconds{second};
}

}

Instant SystemClock::now() const {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

Instant TurnedClock::now() const {
    std::ifstream file(file_);
    std::string line;
    std::getline(file, line);
    const auto instant = instant_from(line);
    if (!instant)
        throw OutsideFailure(OutsideFailure::Kind::permanent,
                             file_.string() + ": no instant such as 2026-11-23T09:00:00Z");
    return *instant;
}

std::unique_ptr<Clock> clock_from(const std::filesystem::path& file) {
    if (file.empty()) return std::make_unique<SystemClock>();
    return std::make_unique<TurnedClock>(file);
}

Stopwatch::Stopwatch() : start_(std::chrono::steady_clock::now()) {}

std::chrono::microseconds Stopwatch::elapsed() const {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start_);
}

}
