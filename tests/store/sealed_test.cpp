// SPDX-License-Identifier: MIT
#include "daemon/store/sealed.h"

#include <catch2/catch.hpp>

#include "tests/store/store_world.h"

namespace mentoring {

using namespace store_world;

TEST_CASE("A sealed text opens in its place and shows nothing of itself") {
    const Sealer sealer(keys());
    const Place place{"cases", 4};
    for (const std::string& words : {std::string(), std::string("x"), std::string("she wept\0quietly", 16),
                                     std::string(3'000'000, 'w')}) {
        const std::string sealed = sealer.seal(place, words);
        CHECK(sealer.open(place, sealed) == words);
        CHECK(sealed != sealer.seal(place, words));  // a nonce of its own
        if (words.size() > 10) CHECK(sealed.find(words.substr(0, 10)) == std::string::npos);
    }
}

TEST_CASE("A sealed text opens nowhere else") {
    const Sealer sealer(keys());
    const std::string sealed = sealer.seal({"bodies", 4, 1, 3}, "words");
    struct Elsewhere {
        Place place;
        const char* because;
    };
    const Elsewhere places[] = {
        {{"outbox", 4, 1, 3}, "another table"},
        {{"bodies", 5, 1, 3}, "another row"},
        {{"bodies", 4, 2, 3}, "another part"},
        {{"bodies", 4, 1, 2}, "a row cut short"},
        {{"bodies", 41, 0, 3}, "digits that run together"},
    };
    for (const auto& [place, because] : places) {
        INFO(because);
        CHECK_THROWS_AS(sealer.open(place, sealed), SealBroken);
    }
}

TEST_CASE("Altered bytes and wrong keys do not open") {
    const Sealer sealer(keys());
    const Place place{"cases", 4};
    const std::string sealed = sealer.seal(place, "words of hers");
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        std::string altered = sealed;
        altered[at] = static_cast<char>(altered[at] ^ 1);
        CHECK_THROWS_AS(sealer.open(place, altered), SealBroken);
        CHECK_THROWS_AS(sealer.open(place, sealed.substr(0, at)), SealBroken);
    }
    CHECK_THROWS_AS(Sealer(keys('x')).open(place, sealed), SealBroken);
    CHECK_THROWS_WITH(Sealer(keys('x')).open(place, sealed), "the seal of cases 4 does not open");
}

TEST_CASE("The newest key seals, former ones still open") {
    const Place place{"cases", 4};
    const std::string former = Sealer(keys('a')).seal(place, "words");
    const Sealer rotated(rotated_keys('a', 'b'));
    CHECK(key_version(former) == 1);
    CHECK(rotated.open(place, former) == "words");
    const std::string sealed = rotated.seal(place, "words");
    CHECK(key_version(sealed) == 2);
    CHECK_THROWS_AS(Sealer(keys('a')).open(place, sealed), SealBroken);
    CHECK(rotated.keys().versions() == std::vector<std::uint8_t>{2, 1});
    CHECK(rotated.keys().current() == 2);
    CHECK(key_version("") == 0);
}

TEST_CASE("The token key is another than the sealing key and than the master key") {
    const Keys derived = keys('m');
    CHECK(derived.token(1).octets() != derived.sealing(1).octets());
    CHECK(derived.token(1).octets() != std::string(key_octets, 'm'));
    CHECK(derived.token(1).octets() == keys('m').token(1).octets());
    CHECK_THROWS_AS(derived.token(2), std::out_of_range);
}

TEST_CASE("A key file is read, and its faults are told without its content") {
    const std::string one(64, 'a');
    const std::string two(64, 'b');
    CHECK(keys_from_text("1 " + one + "\n").current() == 1);
    CHECK(keys_from_text("# drawn in March\n\n1 " + one + "\r\n  7 " + two + "  ").current() == 7);
    CHECK(keys_from_text(std::string(32, '\n')).current() == 1);  // 32 octets alone, whatever they are
    CHECK(keys_from_text(new_key_line(3)).current() == 3);
    CHECK(new_key_line(3) != new_key_line(3));

    const char* line = ", line 1: expected a version (1-255), a blank and 64 hexadecimal digits";
    struct Bad {
        std::string text;
        std::string told;
    };
    const Bad bad[] = {
        {"", "there is no key"},
        {"# nothing\n", "there is no key"},
        {"0 " + one, std::string("key file") + line},                  // version 0
        {"256 " + one, std::string("key file") + line},                // version too big
        {"1" + one, std::string("key file") + line},                   // no blank: the digits run on
        {"1 " + one.substr(1), std::string("key file") + line},        // 63 digits
        {"1 " + one + "a", std::string("key file") + line},            // 65 digits
        {"1 " + one.substr(1) + "g", std::string("key file") + line},  // no hexadecimal digit
        {"1 " + one + "\n1 " + two, "key file, line 2: this version is there twice"},
    };
    for (const auto& [text, told] : bad) CHECK_THROWS_WITH(keys_from_text(text), told);
    CHECK_THROWS_AS(Key("short"), std::invalid_argument);
    CHECK_THROWS_AS(Keys({{std::uint8_t{0}, Key(std::string(32, 'a'))}}), std::invalid_argument);
}

TEST_CASE("Keys are copied whole and secrets are wiped") {
    Key first(std::string(32, 'a'));
    const Key second(std::string(32, 'b'));
    first = second;
    CHECK(first.octets() == second.octets());
    first = *&first;
    CHECK(first.octets() == std::string(32, 'b'));
    std::string secret = "a secret";
    wipe(secret);
    CHECK(secret.empty());
}

}
