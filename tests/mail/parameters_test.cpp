// SPDX-License-Identifier: MIT
#include "daemon/mail/parameters.h"

#include <catch2/catch.hpp>

using namespace mentoring;

TEST_CASE("file names are found however they are written") {
    const auto good = [](std::string_view field, const char* name) {
        INFO(field);
        CHECK(parameter(parse_parameters(field), "filename") == name);
    };
    good("attachment; filename=a.pdf", "a.pdf");
    good("attachment; filename=\"a b.pdf\"", "a b.pdf");
    good("attachment; filename=a b.pdf", "a b.pdf");  // unquoted blank
    good("attachment; filename=\"a;b.pdf\"", "a;b.pdf");
    good("attachment; filename=\"a\\\"b.pdf\"", "a\"b.pdf");
    good("attachment; filename=\"the \"last\" one.pdf\"", "the \"last\" one.pdf");  // quotes inside quotes
    good("attachment; filename=\"cut.pdf", "cut.pdf");                              // no closing quote
    good("attachment; FileName = a.pdf ; size=3", "a.pdf");
    good("attachment filename=a.pdf", "a.pdf");    // no semicolon
    good("attachment;; filename=a.pdf", "a.pdf");  // two
    good("attachment (a comment); filename=a.pdf", "a.pdf");
    good("attachment; filename*=utf-8''caf%C3%A9.pdf", "café.pdf");
    good("attachment; filename=x.pdf; filename*=utf-8''caf%C3%A9.pdf",
         "café.pdf");  // RFC 5987 order of worth
    good("attachment; filename*0=\"a long\"; filename*1=\" name.pdf\"", "a long name.pdf");
    good("attachment; filename*1=\" name.pdf\"; filename*0=\"a long\"", "a long name.pdf");  // out of order
    good("attachment; filename*0*=utf-8''caf%C3; filename*1*=%A9.pdf", "café.pdf");  // a character cut in two
    good("attachment; filename*0*=utf-8''caf%C3%A9; filename*1=.pdf", "café.pdf");
    good("attachment; filename==?utf-8?Q?caf=C3=A9.pdf?=", "café.pdf");  // encoded word where none may be
    good("attachment; filename=\"=?utf-8?Q?caf=C3=A9?= =?utf-8?Q?.pdf?=\"", "café.pdf");
    good("attachment; filename=\"caf\xC3\xA9.pdf\"", "café.pdf");  // raw UTF-8
    good("attachment; filename=\"caf\xE9.pdf\"", "café.pdf");      // raw Latin-1
    good("attachment; filename*=caf%C3%A9.pdf", "café.pdf");       // extended without a charset
    good("attachment; filename=a.pdf; filename=b.pdf", "a.pdf");   // the first
    good("attachment", "");
    good("attachment; filename=", "");
    good("attachment; =a.pdf", "");
    good("", "");
}

TEST_CASE("the value is lower case without its comments") {
    CHECK(parse_parameters("Text/PLAIN (hello)").value == "text/plain");
    CHECK(parse_parameters("text / html; charset=x").value == "text/html");
    CHECK(parse_parameters("\"attachment\"").value == "attachment");
    CHECK(parse_parameters("").value.empty());
}

TEST_CASE("a forgotten semicolon does not swallow the next parameter") {
    const auto field = parse_parameters("text/plain; name=a b.txt charset=utf-8");
    CHECK(parameter(field, "name") == "a b.txt");
    CHECK(parameter(field, "charset") == "utf-8");
}
