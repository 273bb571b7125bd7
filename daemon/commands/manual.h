// SPDX-License-Identifier: MIT
// mentord.8 in mdoc(7), made from the same parser that reads the command line, so that help and manual cannot
// differ.
#pragma once

#include <iosfwd>

namespace CLI {
class App;
}

namespace mentoring {

struct Invocation;

// Adds every subcommand of the table to the line.
void prepare_line(CLI::App& line, Invocation& invocation);
void print_manual(std::ostream& out);

}
