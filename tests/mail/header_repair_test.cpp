// SPDX-License-Identifier: MIT
#include "daemon/mail/header_repair.h"

#include <catch2/catch.hpp>

#include "daemon/mail/limits.h"

using namespace mentoring;

namespace {

struct Split {
    std::string fields, body;
};

Split split(std::string_view entity) {
    const auto repaired = repair_header(entity, OpenBoundaries{});
    REQUIRE(repaired.exceeded == nullptr);
    return {repaired.fields, std::string(entity.substr(repaired.body))};
}

}

TEST_CASE("a header is repaired to one field a line") {
    const auto good = [](std::string_view entity, const char* fields, const char* body) {
        INFO(entity);
        const auto found = split(entity);
        CHECK(found.fields == fields);
        CHECK(found.body == body);
    };
    good("A: 1\nB: 2\n\nbody", "A: 1\nB: 2\n", "body");
    good("A: 1\r\nB: 2\r\n\r\nbody", "A: 1\nB: 2\n", "body");
    good("A: 1\rB: 2\r\rbody", "A: 1\nB: 2\n", "body");              // classic Mac
    good("A: 1\r\r\nB: 2\r\r\n\r\r\nbody", "A: 1\nB: 2\n", "body");  // CRLF translated once more
    good("A: 1\r\nB: 2\n\nbody", "A: 1\nB: 2\n", "body");            // mixed
    good("A: 1\n 2\n\t3\n\nbody", "A: 1 2\t3\n", "body");            // folded
    good("A : 1\n\nbody", "A: 1\n", "body");                         // blank before the colon
    good("A:1", "A: 1\n", "");                                       // no final line end
    good("From x@y Mon Jan 1\nA: 1\n\nbody", "A: 1\n", "body");      // mbox
    good(">From x@y\nA: 1\n\nbody", "A: 1\n", "body");               // mbox, quoted
    good("Subject: a\nlost fold\nTo: b\n\nbody", "Subject: a lost fold\nTo: b\n", "body");
    good("Subject: a\nThe body begins\n\nhere", "Subject: a\n", "The body begins\n\nhere");  // no blank line
    good("Subject: a\nYes\nReason: none\n\nhere", "Subject: a\n", "Yes\nReason: none\n\nhere");
    good("Subject: a\nD\xE9j\xE0: b\nOther: c\n\nbody", "Subject: a D\xE9j\xE0: b\nOther: c\n", "body");
    good("Subject: a\n \nTo: b\n\nbody", "Subject: a \nTo: b\n", "body");  // blank fold, header goes on
    good("Subject: a\n \nbody", "Subject: a\n", "body");                   // blank line with a blank
    good("\nbody", "", "body");                                            // no header at all
    good("no header\nat all", "", "no header\nat all");
    good(std::string_view("A: 1\0002\n\nbody", 12), "A: 12\n", "body");  // NUL
    good("", "", "");
}

TEST_CASE("a boundary line ends a header that lacks its blank line") {
    OpenBoundaries open;
    open.open("outer");
    CHECK(repair_header("A: 1\n--outer\nB: 2\n", open).fields == "A: 1\n");
    const std::string_view own =
        "Content-Type: multipart/mixed; boundary=x\nPreamble\n--x\nContent-Type: text/plain\n\n";
    CHECK(own.substr(repair_header(own, OpenBoundaries{}).body).starts_with("Preamble\n--x"));
}

TEST_CASE("a boundary matches as a whole line only") {
    OpenBoundaries open;
    open.open("a");
    open.open("ab");
    using Kind = OpenBoundaries::Kind;
    CHECK(open.match("--ab").level == 1);
    CHECK(open.match("--a").level == 0);
    CHECK(open.match("--a--").kind == Kind::closing);
    CHECK(open.match("--a  ").kind == Kind::delimiter);  // RFC 2046 allows blanks behind
    CHECK(open.match("--abc").kind == Kind::none);       // a prefix is not enough
    CHECK(open.match("a").kind == Kind::none);
    CHECK(open.match("").kind == Kind::none);
    open.open("");
    CHECK(open.match("-- ").kind == Kind::none);  // a signature is no boundary
}

TEST_CASE("a header over the limits is named, not cut") {
    const std::string long_field = "A: " + std::string(limits::field_octets_max, 'x') + "\n\n";
    CHECK(repair_header(long_field, OpenBoundaries{}).exceeded != nullptr);
    std::string many;
    while (many.size() < 2 * limits::header_block_octets_max) many += "Field: value\n";
    CHECK(repair_header(many, OpenBoundaries{}).exceeded != nullptr);
}

TEST_CASE("a repaired field is found by its name") {
    CHECK(repaired_field("Subject: a\nTo: b\n", "to") == "b");
    CHECK(repaired_field("Subject: a\nTo: b\n", "subj").empty());
    CHECK(repaired_field("", "to").empty());
}
