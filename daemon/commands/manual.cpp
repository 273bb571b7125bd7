// SPDX-License-Identifier: MIT
#include "daemon/commands/manual.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "daemon/commands/subcommands.h"

namespace mentoring {

namespace {

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

void print_option(const CLI::Option& option, std::ostream& out) {
    if (option.get_name() == "--help") return;
    out << ".TP\n.B " << roff(option.get_name(false, true)) << "\n" << roff(option.get_description()) << "\n";
}

void print_subcommand(const CLI::App& sub, const std::string& path, std::ostream& out) {
    const auto name = path.empty() ? sub.get_name() : path + " " + sub.get_name();
    out << ".SS " << roff(name) << "\n" << roff(sub.get_description()) << "\n";
    for (const auto* each : sub.get_options())
        if (each->get_name() != "--config" && each->get_name() != "--json") print_option(*each, out);
    for (const auto* each : sub.get_subcommands([](const CLI::App*) { return true; }))
        print_subcommand(*each, name, out);
}

void print_end(std::ostream& out) {
    out << ".SH EXIT STATUS\n0: done. 1: something is wrong with files or data, and it is said what. 2: "
           "wrong call. "
           "3: the store or a server failed.\n"
           ".SH FILES\n.TP\n.I /etc/mentord/mentord.toml\nThe settings; each key is explained in it.\n"
           ".TP\n.I /var/lib/mentord\nThe store and its backups. The key lies apart.\n"
           ".SH SIGNALS\nSIGHUP: read all files again. With a fault the running ones stay, and the operator "
           "is told. "
           "SIGTERM: finish what is begun and stop.\n";
}

}

void print_manual(std::ostream& out) {
    Invocation invocation{{}, Output::text, std::cin, out, out, {}};
    CLI::App line("Runs mentoring programmes by e-mail", "mentord");
    prepare_line(line, invocation);
    out << ".TH MENTORD 8\n.SH NAME\nmentord \\- runs mentoring programmes by e\\-mail\n"
           ".SH SYNOPSIS\n.B mentord\n.I COMMAND\n[\\fB\\-\\-config\\fR \\fIFILE\\fR] [\\fB\\-\\-json\\fR] "
           "...\n"
           ".SH DESCRIPTION\nMembers, chair, mentors and president take part by answering letters. The "
           "daemon watches an "
           "IMAP mailbox, understands what was answered, advances the case and writes the next letters.\n.SH "
           "COMMANDS\n";
    for (const auto* each : line.get_subcommands([](const CLI::App*) { return true; }))
        print_subcommand(*each, {}, out);
    print_end(out);
}

}
