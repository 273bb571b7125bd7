// SPDX-License-Identifier: MIT
#include "daemon/commands/manual.h"

#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "daemon/commands/subcommands.h"

using namespace mentoring;

namespace {

std::string manual() {
    std::ostringstream out;
    print_manual(out);
    return out.str();
}

}

TEST_CASE("the manual has every subcommand and every setting") {
    const auto text = manual();
    for (const auto& each : subcommands()) {
        INFO(each.name);
        std::string name(each.name);
        if (const auto dash = name.find('-'); dash != std::string::npos) name.insert(dash, 1, '\\');
        CHECK(text.find("\n.Ss " + name) != std::string::npos);
    }
    CHECK(text.find(".Ss case move NUMBER STATE") != std::string::npos);
    CHECK(text.find(".It [mailbox.NAME.imap] host") != std::string::npos);
}

TEST_CASE("the manual page that is shipped is the one that the program prints") {
    std::ifstream file(std::string(TESTS_FOLDER) + "/../daemon/mentord.8", std::ios::binary);
    std::ostringstream shipped;
    shipped << file.rdbuf();
    CHECK(shipped.str() == manual());
}
