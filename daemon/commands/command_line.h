// SPDX-License-Identifier: MIT
// The command line: one table of subcommands (subcommands.h) from which come the parser, the help and the man
// page.
#pragma once

namespace mentoring {

// Exit status: 0; 1 where something was wrong with files or data; 2 for a wrong call; 3 where the store or a
// server failed.
int command_line(int argc, char** argv);

}
