// SPDX-License-Identifier: MIT
// scenarios_test [--rewrite]: plays every transcript beside this file. With --rewrite they are written anew;
// read the difference before you commit it: only commit what you understand and want.
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include "tests/scenarios/rewriting.h"

int main(int count, char* values[]) {
    Catch::Session session;
    bool rewrite = false;
    session.cli(session.cli() | Catch::clara::Opt(rewrite)["--rewrite"]("write the transcripts anew"));
    if (const int wrong = session.applyCommandLine(count, values); wrong != 0) return wrong;
    mentoring::rewriting() = rewrite ? mentoring::Rewriting::on : mentoring::Rewriting::off;
    return session.run();
}
