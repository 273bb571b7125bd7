// SPDX-License-Identifier: MIT
#include "daemon/commands/subcommands.h"

#include <CLI/CLI.hpp>
#include <array>
#include <ostream>

#include "daemon/commands/manual.h"
#include "daemon/commands/prepare.h"
#include "daemon/commands/run.h"

namespace mentoring {

namespace {

void prepare_run(CLI::App& line, Invocation& invocation) {
    on_choice(line, invocation,
              [&invocation] { return run_command(invocation.settings, invocation.errors); });
}

void prepare_manual(CLI::App& line, Invocation& invocation) {
    on_choice(line, invocation, [&invocation] {
        print_manual(invocation.out);
        return 0;
    });
}

constexpr std::array table{
    Subcommand{"run", "Works until it is told to stop", prepare_run},
    Subcommand{"status", "Whether the daemon is at work, and what needs a human", prepare_status},
    Subcommand{"check", "Checks every file, or how far the sender of a mail is believed", prepare_check},
    Subcommand{"explain", "Shows, step by step, what is made of a mail", prepare_explain},
    Subcommand{"case", "Cases: list, show, move", prepare_case},
    Subcommand{"legal-hold", "Stops the clocks that erase a case, or starts them again", prepare_legal_hold},
    Subcommand{"people", "The roster: import, list, pause, gone", prepare_people},
    Subcommand{"office", "Who holds which office: list, give, end", prepare_office},
    Subcommand{"held", "Mails that wait for a human: list, release, drop", prepare_held},
    Subcommand{"outbox", "Letters on their way: list, retry", prepare_outbox},
    Subcommand{"report", "Counts of a year; small numbers only as words", prepare_report},
    Subcommand{"letter", "Lists the letters, or shows one as its reader gets it", prepare_letter},
    Subcommand{"program", "A programme: draw, check", prepare_program},
    Subcommand{"backup", "Copies the store while it is in use; never the key", prepare_backup},
    Subcommand{"restore", "Puts a backup in the place of the store", prepare_restore},
    Subcommand{"key", "Keys that seal the store: new", prepare_key},
    Subcommand{"manual", "Prints this manual as a man page", prepare_manual},
};

}

void on_choice(CLI::App& line, Invocation& invocation, std::function<int()> act) {
    line.callback([&invocation, act = std::move(act)] { invocation.chosen = act; });
}

std::span<const Subcommand> subcommands() {
    return table;
}

std::filesystem::path shared_folder(std::string_view name) {
    const std::filesystem::path installed = std::filesystem::path(MENTORD_SHARE) / name;
    if (std::filesystem::exists(installed)) return installed;
    const std::filesystem::path source = MENTORD_SOURCE;
    return name == "templates" ? source / name : source / "config" / name;
}

}
