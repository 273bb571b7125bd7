// SPDX-License-Identifier: MIT
// A child process: started with its words and environment, its output kept in files, ended by its id.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace mentoring {

struct ProcessPlan {
    std::vector<std::string> words;
    std::vector<std::string> environment;  // added to ours
    std::filesystem::path output;          // both streams, appended; empty: /dev/null
    std::filesystem::path input;           // empty: /dev/null
};

// Throws std::runtime_error where it cannot be started.
pid_t start_process(const ProcessPlan& plan);
// Its wait status; waits for its end, at most that long: then it is killed and -1 returned.
int await_process(pid_t process, std::chrono::milliseconds longest);
bool process_runs(pid_t process);
// Runs to its end; throws unless it exits with 0. What it printed on standard output.
std::string output_of(const std::vector<std::string>& words, const std::string& input,
                      const std::filesystem::path& scratch);

}
