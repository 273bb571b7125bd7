// SPDX-License-Identifier: MIT
#include "daemon/letters/token.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "daemon/letters/message_id.h"

using namespace mentoring;

namespace {

TokenKey key_of(unsigned char first) {
    TokenKey key;
    for (auto& octet : key.octets) octet = first++;
    return key;
}

const TokenClaims claims{CaseId{14}, PersonId{203}, Purpose::answer, 7};

std::string capitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

}

TEST_CASE("a token says what it is about") {
    const auto token = make_token(key_of(1), claims);
    CHECK(token.size() == token_characters);
    CHECK(token.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") == std::string::npos);
    CHECK(read_token({key_of(1)}, token) == claims);
    for (const auto purpose : {Purpose::answer, Purpose::challenge, Purpose::evaluation, Purpose::concern,
                               Purpose::digest, Purpose::opening}) {
        const TokenClaims each{CaseId{token_number_max}, PersonId{0}, purpose,
                               static_cast<int>(token_number_max)};
        CHECK(read_token({key_of(1)}, make_token(key_of(1), each)) == each);
    }
}

TEST_CASE("a token survives being written in capitals") {
    CHECK(read_token({key_of(1)}, capitals(make_token(key_of(1), claims))) == claims);
}

TEST_CASE("a token that no key made is nothing") {
    const auto token = make_token(key_of(1), claims);
    CHECK_FALSE(read_token({key_of(2)}, token));            // another key
    CHECK_FALSE(read_token({}, token));                     // no key
    CHECK_FALSE(read_token({key_of(1)}, token + "a"));      // longer
    CHECK_FALSE(read_token({key_of(1)}, token.substr(1)));  // shorter
    CHECK_FALSE(read_token({key_of(1)}, ""));
    CHECK_FALSE(read_token({key_of(1)}, std::string(token_characters, '1')));  // not of the alphabet
}

TEST_CASE("changing any one character of a token makes it nothing") {
    const auto token = make_token(key_of(1), claims);
    for (std::size_t at = 0; at < token.size(); ++at) {
        for (const char c : std::string("abcdefghijklmnopqrstuvwxyz234567")) {
            auto forged = token;
            forged[at] = c;
            if (forged != token) CHECK_FALSE(read_token({key_of(1)}, forged));
        }
    }
}

TEST_CASE("a new key makes tokens while the old one still reads them") {
    const auto old_token = make_token(key_of(1), claims);
    const auto new_token = make_token(key_of(2), claims);
    const TokenKeys ring{key_of(2), key_of(1)};
    CHECK(old_token != new_token);
    CHECK(read_token(ring, old_token) == claims);
    CHECK(read_token(ring, new_token) == claims);
}

TEST_CASE("tokens of neighbouring steps show nothing of their number") {
    std::set<std::string> beginnings;
    for (int step = 0; step < 64; ++step)
        beginnings.insert(
            make_token(key_of(1), {CaseId{14}, PersonId{203}, Purpose::answer, step}).substr(0, 6));
    CHECK(beginnings.size() == 64);
}

TEST_CASE("a number too large for a token is our own mistake") {
    CHECK_THROWS_AS(make_token(key_of(1), {CaseId{token_number_max + 1}, {}, Purpose::answer, 0}),
                    std::invalid_argument);
    CHECK_THROWS_AS(make_token(key_of(1), {CaseId{1}, {}, Purpose::answer, -1}), std::invalid_argument);
}

TEST_CASE("a token is found in what mail systems make of an address, an id, a subject") {
    const TokenKeys keys{key_of(1)};
    const auto token = make_token(key_of(1), claims);
    const auto found = [&](const std::string& text) {
        INFO(text);
        CHECK(find_token(keys, text) == claims);
    };
    found("manager+" + token + "@example.org");
    found("manager-" + token + "@example.org");
    found("MANAGER+" + capitals(token) + "@EXAMPLE.ORG");
    found("\"Balance\" <manager+" + token + "@example.org>");
    found("prvs=123456789a=manager+" + token + "@example.org");  // BATV
    found("<" + token + ".gzv3m2qadrn5tz4v@example.org>");
    found("Re: Balance 2026-014-k7f3m2qa " + token);
    CHECK_FALSE(find_token(keys, "manager@example.org"));
    CHECK_FALSE(find_token(keys, "manager+" + token + "x@example.org"));
    CHECK_FALSE(find_token(keys, std::string(100'000, 'a')));
}

TEST_CASE("an answer goes to the address that carries the token, where the server takes such addresses") {
    const auto mailbox = *address_from("manager@example.org");
    const auto token = make_token(key_of(1), claims);
    CHECK(to_string(answer_address(mailbox, SubAddressing::plus, token)) ==
          "manager+" + token + "@example.org");
    CHECK(to_string(answer_address(mailbox, SubAddressing::dash, token)) ==
          "manager-" + token + "@example.org");
    CHECK(answer_address(mailbox, SubAddressing::none, token) == mailbox);
    CHECK(answer_address(mailbox, SubAddressing::plus, token).local.size() <= 64);
    const auto longest = *address_from("mentoring.association.office.west@example.org");
    CHECK(answer_address(longest, SubAddressing::plus, token) == longest);  // 33 + 1 + 32 octets are too long
}

TEST_CASE("the subject code is the same for every letter of a case to a person, and no other") {
    const auto code = make_subject_code(key_of(1), CaseId{14}, PersonId{203});
    CHECK(code.size() == 8);
    CHECK(is_subject_code({key_of(1)}, code, CaseId{14}, PersonId{203}));
    CHECK(is_subject_code({key_of(2), key_of(1)}, capitals(code), CaseId{14}, PersonId{203}));
    CHECK_FALSE(is_subject_code({key_of(1)}, code, CaseId{15}, PersonId{203}));
    CHECK_FALSE(is_subject_code({key_of(1)}, code, CaseId{14}, PersonId{204}));
    CHECK_FALSE(is_subject_code({key_of(2)}, code, CaseId{14}, PersonId{203}));
    CHECK_FALSE(is_subject_code({key_of(1)}, "", CaseId{14}, PersonId{203}));
}

TEST_CASE("the key is read from hex") {
    const std::string hex = "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20";
    REQUIRE(token_key_from_hex(hex + "\n"));
    CHECK(token_key_from_hex(hex)->octets == key_of(1).octets);
    CHECK_FALSE(token_key_from_hex(hex.substr(2)));  // a key too short
    CHECK_FALSE(token_key_from_hex(hex + "00"));     // too long
    CHECK_FALSE(token_key_from_hex("no key"));
    CHECK_FALSE(token_key_from_hex(""));
}

TEST_CASE("a Message-ID carries the token, and the nearest of ours counts") {
    const TokenKeys keys{key_of(1)};
    const TokenClaims earlier{CaseId{14}, PersonId{203}, Purpose::answer, 3};
    const auto now = make_message_id(make_token(key_of(1), claims), random_unique(), "example.org");
    const auto before = make_message_id(make_token(key_of(1), earlier), random_unique(), "example.org");
    CHECK(now.size() < 100);
    CHECK(random_unique().size() == 16);
    CHECK(random_unique() != random_unique());
    CHECK(token_in_references(keys, {now, before}) == claims);
    CHECK(token_in_references(keys, {"CAF1@mail.example.com", before}) == earlier);
    CHECK_FALSE(token_in_references(keys, {"CAF1@mail.example.com"}));
    CHECK_FALSE(token_in_references(keys, {}));
    CHECK_FALSE(token_in_references(keys, std::vector<std::string>(100'000, "x@y")));
}
