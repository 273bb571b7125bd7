// SPDX-License-Identifier: MIT
// Station one: IMAP → inbox rows. Header and size first, then the bodies that are ours, in batches; each
// batch is one commit. The position in the folder is committed with the rows, so that a crash reads again and
// never skips.
#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>

#include "daemon/outside.h"
#include "daemon/stations/house.h"

namespace mentoring {

inline constexpr std::size_t receive_batch_mails = 100;
inline constexpr std::uint64_t receive_batch_octets = 2 * 1024 * 1024;  // a larger mail is a batch of its own

// Rows without a body that wait to be put to a human, told apart by their reason.
inline constexpr std::string_view reason_too_big = "too big";
inline constexpr std::string_view reason_asked_in_subject =
    "somebody unknown asks for a mentor in the subject";

struct Received {
    std::uint64_t seen = 0;     // UIDs looked at
    std::uint64_t kept = 0;     // rows to decide
    std::uint64_t ignored = 0;  // somebody's own mail
    std::uint64_t too_big = 0;
    std::uint64_t batches = 0;  // commits
};

// The folders that are ours are made where they are missing. The mailbox must have been opened.
boost::asio::awaitable<void> prepare_folders(Mailbox& mailbox, const MailboxSettings& settings);

// Reads every watched folder of the mailbox to its end. Throws OutsideFailure and StoreFailure; what was
// committed stays.
boost::asio::awaitable<Received> receive(Mailbox& mailbox, Store& store, const House& house,
                                         const MailboxSettings& settings, const Clock& clock);

}
