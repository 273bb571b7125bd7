// SPDX-License-Identifier: MIT
// What is left to do on the server with mails that were decided: the keyword, the move to our folder, an
// erasure. Rows written with the decision, carried out here, repeatable; a mail that is gone meanwhile is no
// trouble. Later our folder is cleared of them.
#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>

#include "daemon/outside.h"
#include "daemon/settings/settings.h"
#include "daemon/store/store.h"

namespace mentoring {

inline constexpr std::size_t moves_a_turn_max = 200;
inline constexpr std::chrono::days clear_every{1};

// Throws OutsideFailure; rows that were not carried out stay.
boost::asio::awaitable<void> carry_out_moves(Mailbox& mailbox, Store& store, const MailboxSettings& settings,
                                             const Clock& clock);

// Erases what has lain in the folder `done` for longer than `kept`, once a day: mails with our keyword alone,
// so nothing where the server keeps no keywords. Throws OutsideFailure and StoreFailure.
boost::asio::awaitable<void> clear_done(Mailbox& mailbox, Store& store, const MailboxSettings& settings,
                                        std::chrono::days kept, const Clock& clock);

}
