// SPDX-License-Identifier: MIT
#include "daemon/commands/command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "daemon/commands/manual.h"
#include "daemon/commands/opening.h"
#include "daemon/commands/subcommands.h"
#include "daemon/outside.h"

namespace mentoring {

namespace {

constexpr int status_fault = 1;
constexpr int status_outside = 3;

int carried_out(const Invocation& invocation) {
    try {
        return invocation.chosen();
    } catch (const CannotGoOn& reason) {
        invocation.errors << reason.what() << "\n";
        return status_fault;
    } catch (const StoreFailure& failure) {
        invocation.errors << "the store: " << failure.what() << "\n";
        return status_outside;
    } catch (const OutsideFailure& failure) {
        invocation.errors << failure.what() << "\n";
        return status_outside;
    }
}

}

void prepare_line(CLI::App& line, Invocation& invocation) {
    line.set_version_flag("--version", "mentord " MENTORD_VERSION);
    line.require_subcommand(1);
    line.option_defaults()->always_capture_default();
    for (const auto& each : subcommands()) {
        auto* sub = line.add_subcommand(std::string(each.name), std::string(each.help));
        sub->add_option("--config", invocation.settings, "Settings file")->type_name("FILE");
        sub->add_flag_callback(
            "--json", [&] { invocation.output = Output::json; }, "Print JSON");
        // `people list --json` means the same as `people --json list`.
        sub->fallthrough();
        each.prepare(*sub, invocation);
    }
}

int command_line(int argc, char** argv) {
    Invocation invocation{"/etc/mentord/mentord.toml", Output::text, std::cin, std::cout, std::cerr, {}};
    CLI::App line("Runs mentoring programmes by e-mail", "mentord");
    prepare_line(line, invocation);
    try {
        line.parse(argc, argv);
    } catch (const CLI::ParseError& fault) {
        return line.exit(fault) == 0 ? 0 : 2;
    }
    return carried_out(invocation);
}

}
