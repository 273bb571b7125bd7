// SPDX-License-Identifier: MIT
#include "daemon/settings/program_file.h"

#include <catch2/catch.hpp>

using namespace mentoring;

TEST_CASE("balance.toml is read without a fault") {
    Faults faults;
    const Program program =
        load_program(std::string(TESTS_FOLDER) + "/../config/programs/balance.toml", faults);
    for (const Fault& each : faults) UNSCOPED_INFO(to_string(each));
    CHECK(faults.empty());
    CHECK(program.name == "balance");
}
