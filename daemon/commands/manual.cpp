// SPDX-License-Identifier: MIT
#include "daemon/commands/manual.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "daemon/commands/subcommands.h"
#include "daemon/settings/settings_reference.h"

namespace mentoring {

namespace {

constexpr auto manual_date = "November 22, 2026";

// Backslashes, hyphens and leading dots mean something to roff.
std::string roff(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        if (c == '\\')
            safe += "\\e";
        else if (c == '-')
            safe += "\\-";
        else
            safe += c;
    }
    return !safe.empty() && (safe.front() == '.' || safe.front() == '\'') ? "\\&" + safe : safe;
}

std::string one_line(const CLI::App& sub, const std::string& path) {
    std::string line = path;
    for (const auto* each : sub.get_options())
        if (each->get_positional())
            line += each->get_required() ? " " + each->get_name(true) : " [" + each->get_name(true) + "]";
    return line;
}

void print_options(const CLI::App& sub, std::ostream& out) {
    std::string items;
    for (const auto* each : sub.get_options()) {
        const auto name = each->get_name();
        if (name == "--help" || name == "--config" || name == "--json") continue;
        items += ".It " + roff(each->get_name(false, true)) + "\n" + roff(each->get_description()) + ".\n";
    }
    if (!items.empty()) out << ".Bl -tag -width indent\n" << items << ".El\n";
}

void print_subcommand(const CLI::App& sub, const std::string& path, std::ostream& out) {
    const auto name = path.empty() ? sub.get_name() : path + " " + sub.get_name();
    out << ".Ss " << roff(one_line(sub, name)) << "\n" << roff(sub.get_description()) << ".\n";
    print_options(sub, out);
    for (const auto* each : sub.get_subcommands([](const CLI::App*) { return true; }))
        print_subcommand(*each, name, out);
}

constexpr auto beginning =
    ".Dt MENTORD 8\n"
    ".Os\n"
    ".Sh NAME\n"
    ".Nm mentord\n"
    ".Nd runs mentoring programmes by e\\-mail\n"
    ".Sh SYNOPSIS\n"
    ".Nm\n"
    ".Ar command\n"
    ".Op Fl \\-config Ar file\n"
    ".Op Fl \\-json\n"
    ".Op Ar argument ...\n"
    ".Sh DESCRIPTION\n"
    "Members, chair, mentors and president take part by answering letters.\n"
    "The daemon watches an IMAP mailbox, understands what was answered, advances the case and writes the\n"
    "next letters.\n"
    ".Pp\n"
    "Every command takes\n"
    ".Fl \\-config ,\n"
    "the settings file, and\n"
    ".Fl \\-json ,\n"
    "which prints lists for programs instead of people.\n"
    "No command shows a word that somebody wrote; times are in UTC.\n"
    ".Sh COMMANDS\n";

constexpr auto ending =
    ".Sh SIGNALS\n"
    ".Bl -tag -width indent\n"
    ".It Dv SIGHUP\n"
    "Read all files again.\n"
    "With a fault the running ones stay, and the operator is told.\n"
    ".It Dv SIGTERM\n"
    "Finish what is begun and stop.\n"
    ".El\n"
    ".Sh FILES\n"
    ".Bl -tag -width indent\n"
    ".It Pa /etc/mentord/mentord.toml\n"
    "The settings; each key is explained in it.\n"
    ".It Pa /var/lib/mentord\n"
    "The store and its backups.\n"
    "The key lies apart.\n"
    ".El\n"
    ".Sh EXIT STATUS\n"
    ".Bl -tag -width indent\n"
    ".It 0\n"
    "Done.\n"
    ".It 1\n"
    "Something is wrong with files or data, or needs a human, and it is said what.\n"
    ".It 2\n"
    "Wrong call.\n"
    ".It 3\n"
    "The store or a server failed.\n"
    ".El\n";

}

void print_manual(std::ostream& out) {
    Invocation invocation{{}, Output::text, std::cin, out, out, {}};
    CLI::App line("Runs mentoring programmes by e-mail", "mentord");
    prepare_line(line, invocation);
    out << ".\\\" SPDX-License-Identifier: MIT\n.\\\" Made by `mentord manual`.\n.Dd " << manual_date << "\n"
        << beginning;
    for (const auto* each : line.get_subcommands([](const CLI::App*) { return true; }))
        print_subcommand(*each, {}, out);
    out << ".Sh SETTINGS\n" << settings_reference_mdoc() << ending;
}

}
