// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "daemon/mail/fold.h"
#include "workflow/reading/respelling.h"

using namespace mentoring;

namespace {

Respelling thumbs() {
    Respelling respelling;
    REQUIRE(respelling.add("im", fold("I'm")));
    REQUIRE(respelling.add("id", fold("I'd")));
    REQUIRE(respelling.add("w", fold("with")));
    REQUIRE(respelling.add("cant", fold("can't")));
    return respelling;
}

std::string read(const std::string& written) {
    const auto respelling = thumbs();
    const auto text = fold(written);
    std::string words;
    for (const auto& token : respelling(tokens_of(text)))
        words += (words.empty() ? "" : " ") + std::string(token.text);
    return words;
}

}

TEST_CASE("a word that thumbs shorten is read as the words it stands for") {
    CHECK(read("im in") == "i m in");
    CHECK(read("Im in") == "i m in");  // begins a sentence
    CHECK(read("met w her") == "met with her");
    CHECK(read("CANT") == "can t");  // shouted
    CHECK(read("cant and id") == "can t and i d");
}

TEST_CASE("initials, cards and longer words stay what they are") {
    CHECK(read("Dana W. please") == "dana w . please");
    CHECK(read("my ID") == "my id");
    CHECK(read("identify") == "identify");
}

TEST_CASE("the words meant stand where the short one stood") {
    const auto respelling = thumbs();
    const auto text = fold("ok im in");
    const auto tokens = respelling(tokens_of(text));
    REQUIRE(tokens.size() == 4);
    CHECK(tokens[1].begin == 3);
    CHECK(tokens[2].end == 5);
    CHECK(tokens[1].spaced);
    CHECK_FALSE(tokens[2].spaced);  // as in "I'm"
}

TEST_CASE("a spelling that means no word is none") {
    Respelling respelling;
    CHECK_FALSE(respelling.add("x", fold(" ")));
    CHECK_FALSE(respelling.add("x", fold("!")));
}
