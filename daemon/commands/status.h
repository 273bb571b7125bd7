// SPDX-License-Identifier: MIT
// mentord status: whether the daemon is at work – how far each folder was read, what waits, what is due, the
// last backup – and what needs a human. Read from the store alone, so that it also tells of a daemon that
// hangs.
#pragma once

#include <chrono>

#include "daemon/commands/invocation.h"

namespace mentoring {

// A folder counts as unread after three of its polls, but not before this.
inline constexpr std::chrono::minutes silence_min{60};
inline constexpr std::chrono::hours overdue_after{1};      // a wait that nobody decided
inline constexpr std::chrono::hours backup_old_after{50};  // two days and a turn
inline constexpr std::chrono::days refusal_news{7};        // a refused letter is news that long

// Exit status 1 where something needs a human.
int status_command(const Invocation& invocation);

}
