// SPDX-License-Identifier: MIT
#include "tests/whole/process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace mentoring {

namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> result;
    for (auto& each : words) result.push_back(each.data());
    result.push_back(nullptr);
    return result;
}

std::vector<std::string> whole_environment(const std::vector<std::string>& added) {
    std::vector<std::string> all;
    for (char** each = environ; *each; ++each) all.emplace_back(*each);
    all.insert(all.end(), added.begin(), added.end());
    return all;
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}

pid_t start_process(const ProcessPlan& plan) {
    auto words = plan.words;
    auto environment = whole_environment(plan.environment);
    const std::string output = plan.output.empty() ? "/dev/null" : plan.output.string();
    const std::string input = plan.input.empty() ? "/dev/null" : plan.input.string();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_APPEND,
                                     0600);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    // Sockets of people who read their mail here are none of its business.
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    pid_t process = 0;
    const int failed = posix_spawnp(&process, words.front().c_str(), &actions, nullptr,
                                    pointers(words).data(), pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed) throw std::runtime_error(words.front() + " cannot be started");
    return process;
}

int await_process(pid_t process, std::chrono::milliseconds longest) {
    constexpr std::chrono::milliseconds glance{5};
    for (auto waited = std::chrono::milliseconds{0}; waited < longest; waited += glance) {
        int status = 0;
        if (waitpid(process, &status, WNOHANG) == process) return status;
        std::this_thread::sleep_for(glance);
    }
    kill(process, SIGKILL);
    waitpid(process, nullptr, 0);
    return -1;
}

bool process_runs(pid_t process) {
    return process > 0 && waitpid(process, nullptr, WNOHANG) == 0;
}

std::string output_of(const std::vector<std::string>& words, const std::string& input,
                      const std::filesystem::path& scratch) {
    const auto in = scratch / "input.tmp", out = scratch / "output.tmp";
    std::ofstream(in, std::ios::binary) << input;
    std::filesystem::remove(out);
    const int status = await_process(start_process({words, {}, out, in}), std::chrono::seconds(60));
    const auto text = text_of(out);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error(words.front() + " " + words.at(1) + " failed: " + text);
    return text;
}

}
