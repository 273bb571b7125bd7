// SPDX-License-Identifier: MIT
#include "daemon/mail/tnef.h"

#include <catch2/catch.hpp>

#include <cstdint>

using namespace mentoring;

namespace {

std::string number(std::uint32_t value, int octets) {
    std::string out;
    for (int i = 0; i < octets; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
    return out;
}

std::string attribute(std::uint32_t id, const std::string& value) {
    return "\x02" + number(id, 4) + number(static_cast<std::uint32_t>(value.size()), 4) + value +
           number(0, 2);
}

std::string padded(const std::string& text) {
    return number(static_cast<std::uint32_t>(text.size()), 4) + text +
           std::string((4 - text.size() % 4) % 4, '\0');
}

const std::string head = number(0x223E9F78, 4) + number(1, 2);
const std::string title = attribute(0x00018010, std::string("SHORT~1.DOC\0", 12));
const std::string begins = attribute(0x00069002, std::string(14, '\0'));
const std::string data = attribute(0x0006800F, "12345");

}

TEST_CASE("files in winmail.dat are named by their long names") {
    const std::string long_name = number(2, 4) + number(0x03, 2) + number(0x0E21, 2) + number(7, 4) +
                                  number(0x1E, 2) + number(0x3707, 2) + number(1, 4) +
                                  padded("A long name.doc");
    const auto files =
        read_tnef(head + begins + title + data + attribute(0x00069005, long_name) + begins + title);
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "A long name.doc");
    CHECK(files[0].octets == 5);
    CHECK(files[1].name == "SHORT~1.DOC");
}

TEST_CASE("a name in UTF-16 and a named property before it are read") {
    const std::string named = number(0x1F, 2) + number(0x8001, 2) + std::string(16, 'g') + number(1, 4) +
                              padded(std::string("n\0", 2)) + number(1, 4) + padded(std::string("v\0", 2));
    const std::string name =
        number(0x1F, 2) + number(0x3707, 2) + number(1, 4) + padded(std::string("\xE9\0.\0d\0", 6));
    const auto files = read_tnef(head + begins + attribute(0x00069005, number(2, 4) + named + name));
    REQUIRE(files.size() == 1);
    CHECK(files[0].name == "é.d");
}

TEST_CASE("what is no TNEF or ends early has what was read so far") {
    CHECK(read_tnef("").empty());
    CHECK(read_tnef("PK\x03\x04 a zip").empty());
    CHECK(read_tnef(head).empty());
    const auto whole = head + begins + title + data;
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK(read_tnef(whole.substr(0, length)).size() <= 1);
}
