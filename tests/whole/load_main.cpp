// SPDX-License-Identifier: MIT
// ./dev load [MAILS] [LARGE]: so many mails wait at once, LARGE of them with 10 MB; how they are worked off.
#include <cstdlib>
#include <iostream>

#include "tests/whole/load.h"

int main(int argc, char** argv) {
    using namespace mentoring;
    constexpr long anonymous_max_kilobytes = 48 * 1024;
    const Load load{argc > 1 ? std::atoi(argv[1]) : 10'000, argc > 2 ? std::atoi(argv[2]) : 10};
    Play play;
    play.write("anna.bergen", "Mentor request", "Dear Marie, I would like to ask for a mentor. Anna");
    const auto receipt = play.letter("anna.bergen", "crisis");
    play.settle();
    play.stop_daemon();
    lay_in(play, load, receipt);
    const auto worked = work_off(play, std::chrono::minutes(20));
    const auto& sum = worked.counters;
    std::cout << load.mails << " mails, " << load.large << " of 10 MB, worked off in "
              << static_cast<double>(worked.lasted.count()) / 1000 << " s\n"
              << "received: " << sum.seen << " seen, " << sum.kept << " kept, " << sum.not_ours
              << " not ours, " << sum.too_big << " too big, in " << sum.received_batches << " batches\n"
              << "decided:  " << sum.decided << " in " << sum.decided_batches << " batches, " << sum.set_aside
              << " set aside\n"
              << "memory:   RssAnon at most " << worked.anonymous_max << " KB, VmHWM " << worked.highest
              << " KB\n";
    play.stop_daemon();
    return worked.anonymous_max <= anonymous_max_kilobytes ? 0 : 1;
}
