// SPDX-License-Identifier: MIT
// mentord report: counts of a year that may be handed on. From one to four stands "few", and where fewer than
// five cases were waited for, the waiting time is a word: no small number tells who (requirement X5).
// Evaluations are no part of it.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "daemon/commands/invocation.h"

namespace mentoring {

inline constexpr std::size_t few_below = 5;

struct ReportRequest {
    int year = 0;  // 0: this one
};

int report(const Invocation& invocation, const ReportRequest& request);

// "none", "few", "17".
std::string shown_count(std::size_t count);
// The median: "12 days"; of fewer than five "days", "weeks" or "months"; of none empty.
std::string shown_waiting(std::vector<std::chrono::seconds> waiting);

}
