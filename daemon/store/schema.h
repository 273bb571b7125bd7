// SPDX-License-Identifier: MIT
// The tables, one SQL text each, and the steps from one version to the next. PRAGMA user_version says which
// version a file has; each step commits with its number.
#pragma once

#include <span>

#include "daemon/store/store.h"

namespace mentoring {

inline constexpr int schema_version = 1;
// "mntd": PRAGMA application_id, so that no foreign database is taken for ours.
inline constexpr int application_id = 0x6d6e7464;

// What leads from version-1 to version; version 1 makes everything.
std::span<const char* const> schema_step(int version);
// Throws StoreFailure (broken) for another program's file or one from a newer program, before anything is
// changed.
void refuse_foreign(StoreConnection& connection);
void bring_up_to_date(StoreConnection& connection);
// Version of the file.
int schema_of(StoreConnection& connection);

}
