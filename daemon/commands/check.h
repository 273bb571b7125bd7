// SPDX-License-Identifier: MIT
// mentord check: reads every file that the settings name – settings, programmes, letters, words – and says
// every fault at once. With --mail FILE it shows instead how far the trust settings of each mailbox believe
// the sender of a mail that has arrived.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "daemon/commands/table.h"
#include "workflow/model/fault.h"
#include "workflow/model/instant.h"

namespace mentoring {

struct CheckRequest {
    std::filesystem::path settings;
    std::filesystem::path mail;  // empty: the files are checked
    std::string mailbox;         // whose trust settings; empty: each mailbox's
    Output output = Output::text;
    Instant now{};  // calendars are made around it
};

// Exit status: 0, with warnings too; 1 where something is wrong or the mail cannot be read. Faults go to
// `out`: they are what was asked for.
int check_command(const CheckRequest& request, std::ostream& out);

// Settings, programmes, holders, calendars, letters and words, in this order.
Faults check_files(const std::filesystem::path& settings, Instant now);
// A line a fault and one that counts them; as JSON an object a fault.
void print_faults(const Faults& faults, Output output, std::ostream& out);

}
