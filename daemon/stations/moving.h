// SPDX-License-Identifier: MIT
// What is left to do on the server with mails that were decided: the keyword, the move to our folder, an
// erasure. Rows written with the decision, carried out here, repeatable; a mail that is gone meanwhile is no
// trouble.
#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>

#include "daemon/outside.h"
#include "daemon/settings/settings.h"
#include "daemon/store/store.h"

namespace mentoring {

inline constexpr const char* our_keyword = "$Mentord";
inline constexpr std::size_t moves_a_turn_max = 200;

// Throws OutsideFailure; rows that were not carried out stay.
boost::asio::awaitable<void> carry_out_moves(Mailbox& mailbox, Store& store, const MailboxSettings& settings,
                                             const Clock& clock);

}
