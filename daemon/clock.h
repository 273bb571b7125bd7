// SPDX-License-Identifier: MIT
// The one place where the present is asked for.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "daemon/outside.h"

namespace mentoring {

class SystemClock : public Clock {
public:
    Instant now() const override;
};

// Stands at the instant its file names ("2026-11-23T09:00:00Z") until somebody writes another: the demo and
// the tests turn it. Throws OutsideFailure where the file cannot be read. Allowed with loopback servers
// alone.
class TurnedClock : public Clock {
public:
    explicit TurnedClock(std::filesystem::path file) : file_(std::move(file)) {}
    Instant now() const override;

private:
    std::filesystem::path file_;
};

// `file` empty: the system's.
std::unique_ptr<Clock> clock_from(const std::filesystem::path& file);

// How long something takes, for reports; never for decisions.
class Stopwatch {
public:
    Stopwatch();
    std::chrono::microseconds elapsed() const;

private:
    std::chrono::steady_clock::time_point start_;
};

}
