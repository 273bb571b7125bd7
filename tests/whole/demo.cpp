// SPDX-License-Identifier: MIT
// ./dev demo: one whole case of the Balance programme by real mail, told as a story.
#include <algorithm>
#include <cstring>
#include <fstream>
#include <iostream>

#include "tests/whole/play.h"
#include "tests/whole/story.h"

namespace {

using namespace mentoring;

// --stay: leave everything up until Enter is pressed, and say how to connect.
enum class Ending { stop, stay };

int run(Ending ending, const std::filesystem::path& letters) {
    Play play;
    Story story(play, std::cout, letters);
    tell_the_whole_case(story);
    story.close();
    if (ending == Ending::stay) story.wait_for_visitors();
    play.stop_daemon();
    return 0;
}

}

int main(int argc, char** argv) {
    const bool stay = argc > 1 && std::strcmp(argv[1], "--stay") == 0;
    try {
        return run(stay ? Ending::stay : Ending::stop, "build/demo-letters");
    } catch (const std::exception& failure) {
        std::cerr << "the demo failed: " << failure.what() << "\n";
        return 1;
    }
}
