// SPDX-License-Identifier: MIT
// A copy of the database while it is in use, one a day, kept for thirty days; and the way back. The key is
// never in a backup. After a restore what was unsent is held, mailboxes are read again from where the backup
// stood, and the caller recomputes the waits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "daemon/store/mailboxes.h"
#include "daemon/store/store.h"
#include "workflow/model/instant.h"

namespace mentoring {

inline constexpr std::chrono::days backups_kept{30};

// Online, to a file that appears whole or not at all (mode 0600), checked before it gets its name. Throws
// StoreFailure.
void back_up(Store& store, const std::string& path, Instant now);
// "mentord-2026-11-22.db" in that folder unless today's is there; older ones than backups_kept are removed.
// The new file's path, or nothing.
std::optional<std::string> daily_backup(Store& store, const std::string& folder, Instant now);
// Paths of the backups in that folder, the newest first.
std::vector<std::string> backups(const std::string& folder);

// When the store was last backed up, or was itself restored from a backup made then.
std::optional<Instant> last_backup(Store& store);

struct RestoreReport {
    std::string replaced;         // where the former database was put aside; empty: there was none
    std::optional<Instant> made;  // when the backup was made
    std::int64_t cases_open = 0;
    std::int64_t letters_held = 0;
    std::int64_t mails_waiting = 0;
    std::vector<FolderPosition> folders;  // read again from here
};

// Puts the backup in the place of `path`. Checks the file (integrity, foreign keys, schema, keys) before
// anything is touched. Nobody may have `path` open. Throws StoreFailure; then `path` is as it was.
RestoreReport restore(const std::string& backup, const std::string& path, const Keys& keys, Instant now);

}
