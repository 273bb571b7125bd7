// SPDX-License-Identifier: MIT
#include "daemon/commands/command_line.h"

int main(int argc, char** argv) {
    return mentoring::command_line(argc, argv);
}
