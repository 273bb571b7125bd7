// SPDX-License-Identifier: MIT
#include "workflow/model/address.h"

#include <catch2/catch.hpp>

using namespace mentoring;

TEST_CASE("an address is taken as written, its domain in lower case") {
    const auto good = [](const char* text, const char* kept) {
        INFO(text);
        const auto address = address_from(text);
        REQUIRE(address);
        CHECK(to_string(*address) == kept);
    };
    good("ruth@example.org", "ruth@example.org");
    good("Ruth.Ames@Example.ORG", "Ruth.Ames@example.org");
    good("manager+k7f3@example.org", "manager+k7f3@example.org");
}

TEST_CASE("what could put a second command on the wire is no address") {
    const auto bad = [](std::string_view text) {
        INFO(text);
        CHECK_FALSE(address_from(text));
    };
    bad("");
    bad("ruth");                                      // no domain
    bad("@example.org");                              // no local part
    bad("ruth@");                                     // no domain
    bad("ruth@a@b");                                  // two at signs
    bad("ruth@example.org>\r\nRCPT TO:<eve@evil");    // CRLF
    bad("<ruth@example.org>");                        // angle brackets
    bad("ruth ames@example.org");                     // a blank
    bad(std::string_view("ruth\0@example.org", 17));  // NUL
    bad(std::string(251, 'a') + "@b.c");              // 255 octets
}

TEST_CASE("the detail after the separator carries the token") {
    const auto address = *address_from("manager@example.org");
    CHECK(to_string(with_detail(address, '+', "k7f3")) == "manager+k7f3@example.org");
    CHECK(detail_of(with_detail(address, '-', "k7f3"), '-') == "k7f3");
    CHECK(detail_of(address, '+').empty());
    CHECK(same_mailbox(*address_from("RUTH@example.org"), *address_from("ruth@EXAMPLE.org")));
}
