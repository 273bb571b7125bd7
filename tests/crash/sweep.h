// SPDX-License-Identifier: MIT
// A play in which the daemon is killed everywhere. Around each move of the world (a mail comes, the clock is
// turned) the daemon lives through it once without harm; then it is put back to the state before and killed
// at its n-th write, send or sync, n = 1 … end, and started again at once. Each time the store and
// everybody's mailbox must end as they did without harm.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/whole/play.h"

namespace mentoring {

struct SweepFigures {
    int moves = 0;        // swept
    int quiet_moves = 0;  // in which nothing but the daily backup happened; the first of them is swept
    int places = 0;       // calls of all swept moves
    int kills = 0;
    int letters = 0;  // that arrived after a kill
    int under_way =
        0;  // letters whose dot was recorded and whose verdict was not, when the daemon was killed
    int sent_again = 0;  // letters of these that arrived twice
};

// One of several sweeps that share the places of a move between them: those with n % parts == part.
struct SweepShare {
    int part = 0;
    int parts = 1;
};

class Sweep {
public:
    Sweep(Play& play, SweepShare share) : play_(play), share_(share) {}

    // For PlayOptions::environment and ::around_move.
    static std::vector<std::string> environment(const std::filesystem::path& folder);
    void around(const std::function<void()>& move);
    // The daemon's first start, swept like a move.
    void begin();
    const SweepFigures& figures() const { return figures_; }

private:
    using Letters = std::map<std::string, std::vector<std::string>>;  // letter → the Message-IDs that came
    struct End {
        Letters letters;
        std::vector<std::string> store;
        std::size_t filed = 0;  // mails that the daemon has put away
    };

    void rehearse();
    End live(int crash_at);
    void outlive();
    void await_calm();
    void put_back();
    void keep_state();
    void take_letters(End& end);
    void compare(const End& wanted, const End& found, int crash_at);
    std::vector<std::string> stored(const std::string& query) const;

    Play& play_;
    SweepShare share_;
    SweepFigures figures_;
    std::size_t seen_ = 0;
    std::uint32_t filed_ = 0;
    int calls_ = 0;                    // of the last life, until it was calm
    int killed_ = 0;                   // times in it
    std::set<std::string> under_way_;  // Message-IDs
};

}
