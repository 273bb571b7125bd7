// SPDX-License-Identifier: MIT
// The store as a whole: is it at work, its copies, its keys.
#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <ostream>

#include "daemon/commands/backup.h"
#include "daemon/commands/prepare.h"
#include "daemon/commands/status.h"
#include "daemon/commands/subcommands.h"
#include "daemon/store/sealed.h"

namespace mentoring {

void prepare_status(CLI::App& line, Invocation& invocation) {
    on_choice(line, invocation, [&invocation] { return status_command(invocation); });
}

void prepare_backup(CLI::App& line, Invocation& invocation) {
    auto file = bound<std::filesystem::path>();
    line.add_option("FILE", *file, "Where to; without it today's in the backup folder");
    on_choice(line, invocation, [&invocation, file] { return backup_command(invocation, *file); });
}

void prepare_restore(CLI::App& line, Invocation& invocation) {
    auto file = bound<std::filesystem::path>();
    line.add_option("FILE", *file, "The backup")->required();
    on_choice(line, invocation, [&invocation, file] { return restore_command(invocation, *file); });
}

void prepare_key(CLI::App& line, Invocation& invocation) {
    auto version = bound<int>();
    *version = 1;
    line.require_subcommand(1);
    auto* fresh = line.add_subcommand("new", "Prints a fresh key as a line of the key file");
    fresh->add_option("--version-number", *version, "One more than the highest in the file")
        ->check(CLI::Range(1, 255));
    on_choice(*fresh, invocation, [&invocation, version] {
        invocation.out << new_key_line(static_cast<std::uint8_t>(*version)) << "\n";
        return 0;
    });
}

}
