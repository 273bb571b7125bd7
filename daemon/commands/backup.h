// SPDX-License-Identifier: MIT
// mentord backup and mentord restore: a copy of the store while it is in use, and the way back. The key is in
// no backup and must be kept apart.
#pragma once

#include <filesystem>

#include "daemon/commands/invocation.h"

namespace mentoring {

// Without a file: today's in the backup folder of the settings, unless it is there.
int backup_command(const Invocation& invocation, const std::filesystem::path& file);
// The daemon must not run. What was unsent is held, mailboxes are read again from where the backup stood;
// says what was found. Throws StoreFailure, and then nothing has changed.
int restore_command(const Invocation& invocation, const std::filesystem::path& file);

}
