// SPDX-License-Identifier: MIT
// What the daemon costs while nothing happens: from its start to READY=1, and its memory at rest, after a
// start and after a whole case.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/whole/notify_socket.h"
#include "tests/whole/play.h"
#include "tests/whole/story.h"

namespace {

using namespace mentoring;

constexpr int starts = 9;

std::string memory_line(int process, const std::string& name) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name + ":")) return line.substr(line.find_first_of("0123456789"));
    return "?";
}

void print_memory(const Play& play, const char* when) {
    std::printf("%-24s RssAnon %s, VmRSS %s\n", when, memory_line(play.daemon_pid(), "RssAnon").c_str(),
                memory_line(play.daemon_pid(), "VmRSS").c_str());
}

double milliseconds_to_ready(Play& play, NotifySocket& systemd) {
    const auto begun = std::chrono::steady_clock::now();
    play.launch_daemon();
    if (!systemd.hears("READY=1")) throw std::runtime_error("mentord does not become ready");
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

void measure(Play& play, NotifySocket& systemd) {
    std::vector<double> spans;
    for (int i = 0; i < starts; ++i) {
        play.stop_daemon();
        systemd.hears("STOPPING=1");
        spans.push_back(milliseconds_to_ready(play, systemd));
    }
    std::sort(spans.begin(), spans.end());
    std::printf("start to ready           median %.0f ms of %d (%.0f to %.0f)\n", spans[starts / 2], starts,
                spans.front(), spans.back());
    play.settle();
    print_memory(play, "at rest after a start");
    std::ostringstream told;
    Story story(play, told, {});
    tell_the_whole_case(story);
    play.settle();
    print_memory(play, "at rest after a case");
    play.stop_daemon();
}

}

int main() {
    try {
        const auto folder =
            std::filesystem::temp_directory_path() / ("mentord-idle-" + std::to_string(getpid()));
        std::filesystem::create_directories(folder);
        {
            NotifySocket systemd(folder / "notify");
            PlayOptions options;
            options.folder = folder / "play";
            options.environment = {systemd.environment()};
            Play play(options);
            measure(play, systemd);
        }
        std::filesystem::remove_all(folder);
        return 0;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
