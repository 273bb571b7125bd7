// SPDX-License-Identifier: MIT
#include "daemon/mail/addresses.h"

#include <catch2/catch.hpp>

#include "daemon/mail/limits.h"

using namespace mentoring;

TEST_CASE("one address is read in every spelling") {
    const auto good = [](std::string_view value, const char* name, const char* address) {
        INFO(value);
        const auto found = read_addresses(value);
        REQUIRE(found.size() == 1);
        CHECK(found.front().name == name);
        CHECK(found.front().address == address);
    };
    good("ruth@example.org", "", "ruth@example.org");
    good("<ruth@example.org>", "", "ruth@example.org");
    good("Ruth Ames <ruth@example.org>", "Ruth Ames", "ruth@example.org");
    good("\"Ames, Ruth\" <ruth@example.org>", "Ames, Ruth", "ruth@example.org");
    good("\"R. \\\"Red\\\" Ames\" <ruth@example.org>", "R. \"Red\" Ames", "ruth@example.org");
    good("ruth@example.org (Ruth Ames)", "Ruth Ames", "ruth@example.org");
    good("Ruth(the chair)Ames <ruth(her)@(our)example.org>", "Ruth Ames", "ruth@example.org");
    good("=?utf-8?Q?Ren=C3=A9e?= <renee@example.org>", "Renée", "renee@example.org");
    good("\"=?utf-8?Q?Ren=C3=A9e?=\" <renee@example.org>", "Renée",
         "renee@example.org");  // quoted all the same
    good(
        "Ren\xE9"
        "e <renee@example.org>",
        "Renée", "renee@example.org");
    good("=?utf-8?Q?Ren=C3=A9e_<renee@example.org>?=", "Renée", "renee@example.org");  // encoded as a whole
    good("<@hop1.example,@hop2.example:ruth@example.org>", "", "ruth@example.org");    // obsolete route
    good("ruth @ example . org", "", "ruth@example.org");                              // obsolete blanks
    good("Ruth Ames ruth@example.org", "Ruth Ames", "ruth@example.org");               // no brackets
    good("Ruth Ames <ruth@example.org", "Ruth Ames", "ruth@example.org");              // one missing
    good("Ruth <<ruth@example.org>>", "Ruth", "ruth@example.org");                     // doubled
    good("\"ruth ames\"@example.org", "", "\"ruth ames\"@example.org");
    good("MAILER-DAEMON", "MAILER-DAEMON", "MAILER-DAEMON");
    good("MAILER-DAEMON (Mail Delivery)", "Mail Delivery", "MAILER-DAEMON");
    good("Mail Delivery <>", "Mail Delivery", "");
    good("mailto:ruth@example.org", "", "ruth@example.org");
}

TEST_CASE("lists and groups give each address") {
    const auto found =
        read_addresses("Board: Ruth <r@x.org>, \"Lee, Kim\" <k@x.org>;, c@x.org; undisclosed-recipients:;");
    REQUIRE(found.size() == 3);
    CHECK(found[0].address == "r@x.org");
    CHECK(found[1].name == "Lee, Kim");
    CHECK(found[2].address == "c@x.org");
}

TEST_CASE("nothing is no address") {
    CHECK(read_addresses("").empty());
    CHECK(read_addresses(" , ; ,").empty());
    CHECK(read_addresses("undisclosed-recipients:;").empty());
}

TEST_CASE("a flood of addresses is kept up to the limit") {
    std::string flood;
    for (std::size_t i = 0; i < 2 * limits::addresses_max; ++i) flood += "a@b.c,";
    CHECK(read_addresses(flood).size() == limits::addresses_max);
}
