// SPDX-License-Identifier: MIT
// Whole mails over one conversation: commands bounded in mails and octets, several under way, each mail
// handed over as it arrives. Internal to ImapMailbox.
#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include "daemon/mail/imap_talk.h"
#include "daemon/outside.h"

namespace mentoring {

struct FetchBatch {
    std::vector<std::uint32_t> uids;
    std::uint64_t octets = 0;
};

// In the given order; UIDs without a size (gone) or above mail_octets_max are left out.
std::vector<FetchBatch> fetch_batches(const std::vector<std::uint32_t>& uids,
                                      const std::map<std::uint32_t, std::uint64_t>& sizes);

boost::asio::awaitable<void> fetch_mails(ImapTalk& talk, std::vector<FetchBatch> batches,
                                         std::chrono::milliseconds answering,
                                         const std::function<void(FetchedMail)>& take);

}
