// SPDX-License-Identifier: MIT
// The table of subcommands: name, one line of help, what it adds to the parser. Everything that prints a list
// of subcommands walks it.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "daemon/commands/invocation.h"

namespace CLI {
class App;
}

namespace mentoring {

struct Subcommand {
    std::string_view name;
    std::string_view help;
    void (*prepare)(CLI::App& line, Invocation& invocation);
};

std::span<const Subcommand> subcommands();

// The folder of words, templates and programmes: the installed one, else that of the source tree it was built
// from.
std::filesystem::path shared_folder(std::string_view name);

}
