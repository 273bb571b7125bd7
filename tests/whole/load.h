// SPDX-License-Identifier: MIT
// Many mails that wait at once: laid into the office's mailbox while nobody reads it, worked off in one run,
// watched from outside.
#pragma once

#include <chrono>
#include <cstdint>

#include "tests/whole/play.h"

namespace mentoring {

// Of all: three in five are somebody else's, three in ten from members who ask for nothing, one in ten is a
// bounce of a letter that is not ours, a few answer one of our letters; `large` of them have 10 MB each.
struct Load {
    int mails = 1000;
    int large = 1;
};

// Memory of a process in KB, by /proc.
struct Memory {
    long anonymous = 0;  // RssAnon
    long highest = 0;    // VmHWM, files of the system's libraries among it
};
Memory memory_of(int process);

// Sums over the daemon's own counters in its log, beginning behind `from` octets.
struct Counters {
    std::uint64_t seen = 0, kept = 0, not_ours = 0, too_big = 0, received_batches = 0;
    std::uint64_t decided = 0, decided_batches = 0, set_aside = 0;
};
Counters counters_in(const std::filesystem::path& log, std::uintmax_t from);

struct WorkedOff {
    Counters counters;
    long anonymous_max = 0;  // KB, sampled all the while
    long highest = 0;
    std::chrono::milliseconds lasted{0};
};

// The daemon must have stopped; it runs afterwards. `answered`: a letter of ours that some mails answer.
void lay_in(Play& play, const Load& load, const ReadLetter& answered);
WorkedOff work_off(Play& play, std::chrono::seconds patience);

}
