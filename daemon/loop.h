// SPDX-License-Identifier: MIT
// The daemon at work: one thread, one coroutine a mailbox that receives, one a relay that sends, one that
// decides. They wake each other; none waits for another's network. Reconnects with back-off for ever.
#pragma once

#include <utility>

#include <boost/asio/io_context.hpp>

#include <filesystem>
#include <memory>

#include "daemon/outside.h"
#include "daemon/stations/house.h"
#include "daemon/store/store.h"

namespace mentoring {

inline constexpr std::chrono::seconds stop_longest{10};
inline constexpr std::chrono::minutes idle_longest{5};   // the unconditional look beside IDLE
inline constexpr std::chrono::seconds turn_longest{30};  // the deciding coroutine looks at the clock
inline constexpr std::chrono::milliseconds turned_clock_glance{10};  // so often at a clock that is turned
inline constexpr std::chrono::seconds turned_clock_look{1};          // … and then at every folder

class Loop {
public:
    Loop(std::unique_ptr<Store> store, House house, std::unique_ptr<Clock> clock);
    ~Loop();
    // Until SIGTERM or SIGINT. SIGHUP reads all files again; with a fault the running ones stay.
    void run();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}
