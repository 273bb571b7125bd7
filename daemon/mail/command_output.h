// SPDX-License-Identifier: MIT
// Runs a program of the operator's choice without blocking the loop: no shell, its own process group, input
// that nobody else can read, output and time bounded. Whatever happens, the child is ended and reaped.
// Throws OutsideFailure: permanent where it cannot be started, transient where it takes too long or says too
// much. What it says on standard error goes where ours goes.
#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace mentoring {

inline constexpr std::chrono::milliseconds program_patience = std::chrono::seconds(30);

struct ProgramLimits {
    std::size_t output_octets = 64 * 1024;
    std::chrono::milliseconds patience = program_patience;
};

struct CommandOutput {
    int status = 0;  // exit status; 128 + signal where a signal ended it
    std::string output;
};

boost::asio::awaitable<CommandOutput> command_output(std::vector<std::string> command, std::string input = {},
                                                     ProgramLimits limits = {});

}
