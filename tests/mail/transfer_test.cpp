// SPDX-License-Identifier: MIT
#include "daemon/mail/transfer.h"

#include <catch2/catch.hpp>

#include "daemon/mail/uuencode.h"

using namespace mentoring;

TEST_CASE("base64 is decoded however it was broken") {
    const auto good = [](std::string_view bytes, const char* text) {
        INFO(bytes);
        CHECK(decode_transfer(bytes, TransferEncoding::base64) == text);
        CHECK(decoded_octets(bytes, TransferEncoding::base64) == std::string_view(text).size());
    };
    good("SGVsbG8=", "Hello");
    good("SGVs\r\nbG8=\r\n", "Hello");
    good("SGVsbG8", "Hello");                                    // padding missing
    good("SG Vs\tbG8=", "Hello");                                // blanks inside
    good("SGVsbG8=IHdvcmxk", "Hello world");                     // two encodings joined
    good("SGVs!bG8=", "Hello");                                  // a foreign character
    good("SGVsbG8=\n____\nThis list is moderated.\n", "Hello");  // a list server's footer
    good("", "");
}

TEST_CASE("quoted-printable is decoded however it was broken") {
    const auto good = [](std::string_view bytes, const char* text) {
        INFO(bytes);
        CHECK(decode_transfer(bytes, TransferEncoding::quoted_printable) == text);
        CHECK(decoded_octets(bytes, TransferEncoding::quoted_printable) == std::string_view(text).size());
    };
    good("caf=C3=A9", "café");
    good("caf=c3=a9", "café");  // lower case
    good("a=\r\nb", "ab");      // soft break
    good("a=\nb", "ab");
    good("a= \t\r\nb", "ab");  // blanks behind the soft break
    good("1+1=2", "1+1=2");    // never encoded
    good("a=", "a");           // cut off
    good("a=4", "a=4");
}

TEST_CASE("encodings are known by the names that occur") {
    CHECK(transfer_encoding("Base64") == TransferEncoding::base64);
    CHECK(transfer_encoding(" base64; x") == TransferEncoding::base64);
    CHECK(transfer_encoding("\"quoted-printable\"") == TransferEncoding::quoted_printable);
    CHECK(transfer_encoding("x-uuencode") == TransferEncoding::uuencode);
    CHECK(transfer_encoding("8bit") == TransferEncoding::identity);
    CHECK(transfer_encoding("") == TransferEncoding::identity);
    CHECK(transfer_encoding("nonsense") == TransferEncoding::identity);
}

TEST_CASE("uuencoded files are found in a text") {
    const std::string text = "Hello\nbegin 644 cat.txt\n#0V%T\n`\nend\nbye\n";
    const auto file = find_uuencoded(text, 0);
    REQUIRE(file);
    CHECK(file->name == "cat.txt");
    CHECK(file->octets == 3);
    CHECK(text.substr(file->end) == "bye\n");
    CHECK_FALSE(find_uuencoded(text, file->end));
    CHECK(decode_uuencode(text.substr(file->begin)) == "Cat");
}

TEST_CASE("a sentence is no uuencoded file") {
    const auto bad = [](std::string_view text) {
        INFO(text);
        CHECK_FALSE(find_uuencoded(text, 0));
    };
    bad("begin 644 reasons to go on\nand not one of them is data\n");
    bad("begin with this\n");
    bad("we begin 644 x\n#0V%T\n");  // not at the beginning of a line
    bad("begin 99 x\n#0V%T\n");      // no mode
    bad("begin 644 \n#0V%T\n");      // no name
}
