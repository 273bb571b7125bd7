// SPDX-License-Identifier: MIT
// What a play needs on disk before it begins: its folder, the settings of its mentord, the roster, the
// accounts.
#pragma once

#include <filesystem>

#include "tests/whole/play.h"

namespace mentoring {

// Removed at the end where it was made here.
struct PlayFolder {
    std::filesystem::path path;
    bool temporary = false;
    ~PlayFolder();
};

PlayFolder play_folder(const std::filesystem::path& wanted);
MailHost::Options host_options(const PlayOptions& options, const PlayFolder& folder);
void write_settings(const std::filesystem::path& folder, const MailHost& host, const PlayOptions& options);
// The sample roster, with the second accounts that the play asks for.
std::filesystem::path write_roster(const std::filesystem::path& folder, const PlayOptions& options);

}
