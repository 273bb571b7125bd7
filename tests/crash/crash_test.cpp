// SPDX-License-Identifier: MIT
// crash_test short|whole [PART PARTS]: the daemon is killed at every write, send and sync of a case; nothing
// is lost, nothing comes twice that need not. `short` ends with the mentor's yes, `whole` is the demo's case.
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>

#include "tests/crash/sweep.h"
#include "tests/whole/story.h"

namespace {

using namespace mentoring;
using namespace std::chrono_literals;

void tell_a_short_case(Story& story) {
    story.writes("anna.bergen", "Mentor request", "I would like to ask for a mentor.\n\nAnna");
    story.gets("anna.bergen", "crisis");
    story.time_passes(25min, "the letter to the chair rests");
    story.answers("ruth.ames", story.gets("ruth.ames", "Dr. Anna Bergen"),
                  "Bea Romano and Leila Rahman, please.");
    story.gets("ruth.ames", "You matched");
    story.time_passes(25min, "the invitations rest");
    story.taps("bea.romano", story.gets("bea.romano", "ACCEPT"), "ACCEPT");
    story.gets("bea.romano", "thank you");
}

void print(const SweepFigures& figures, std::chrono::seconds spent) {
    std::cout << figures.moves << " moves with " << figures.places << " calls swept, " << figures.quiet_moves
              << " quiet ones; " << figures.kills << " kills, after which " << figures.letters
              << " letters arrived; " << figures.under_way << " were between dot and verdict, of which "
              << figures.sent_again << " came twice, under one Message-ID; " << spent.count() << " s\n";
}

// A disk in memory does as well where there is room: what a killed process has written stays, synced or not.
std::filesystem::path disk() {
    constexpr std::uintmax_t room_octets = 1'000'000'000;
    std::error_code none;
    const auto memory = std::filesystem::space("/dev/shm", none);
    return !none && memory.available > room_octets ? "/dev/shm" : std::filesystem::temp_directory_path();
}

int run(bool whole, SweepShare share) {
    const auto begun = std::chrono::steady_clock::now();
    const auto folder = disk() / ("mentord-crash-" + std::to_string(getpid()));
    std::unique_ptr<Sweep> sweep;
    PlayOptions options;
    options.folder = folder;
    options.environment = Sweep::environment(folder);
    options.start_daemon = false;
    options.around_move = [&](const std::function<void()>& move) { sweep->around(move); };
    {
        Play play(options);
        sweep = std::make_unique<Sweep>(play, share);
        sweep->begin();
        std::ostringstream told;
        Story story(play, told, {});
        whole ? tell_the_whole_case(story) : tell_a_short_case(story);
        play.stop_daemon();
    }
    std::filesystem::remove_all(folder);
    print(sweep->figures(),
          std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begun));
    return sweep->figures().kills > 0 ? 0 : 1;
}

}

int main(int argc, char** argv) {
    const std::string extent = argc > 1 ? argv[1] : "";
    if (extent != "short" && extent != "whole") {
        std::cerr << "usage: crash_test short|whole [PART PARTS]\n";
        return 2;
    }
    const SweepShare share = argc > 3 ? SweepShare{std::atoi(argv[2]), std::atoi(argv[3])} : SweepShare{};
    try {
        return run(extent == "whole", share);
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << "\n";
        return 1;
    }
}
