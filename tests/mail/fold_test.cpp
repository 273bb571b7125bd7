// SPDX-License-Identifier: MIT
#include "daemon/mail/fold.h"

#include <catch2/catch.hpp>

using namespace mentoring;

TEST_CASE("spellings that people mix compare as one") {
    const auto good = [](std::string_view text, const char* folded) {
        INFO(text);
        CHECK(fold(text).folded == folded);
    };
    good("Yes", "yes");
    good("SÍ", "si");
    good("Rene\u0301e", "renee");  // a combining accent
    good("Łukasz Øster Đorđević", "lukasz oster dordevic");
    good("Straße ŒUVRE Æ", "strasse oeuvre ae");
    good("ＹＥＳ １", "yes 1");  // full width
    good("‘a’ “b” „c“ «d»", "'a' \"b\" \"c\" \"d\"");
    good("a–b — c−d…", "a-b - c-d...");
    good("no\u00A0break\u2009thin", "no break thin");
    good("so\u00ADft zero\u200Bwidth", "soft zerowidth");
    good("ﬁn", "fin");
    good("İSTANBUL ılık", "istanbul ilik");
    good("ПРИВЕТ Ё", "привет е");
    good("Ελλάδα", "ελλαδα");
    good("line\nend\r\n", "line\nend\r\n");
}

TEST_CASE("each folded octet knows where it came from") {
    const auto text = fold("Día: ﬁn…");
    CHECK(text.folded == "dia: fin...");
    REQUIRE(text.origin.size() == text.folded.size() + 1);
    CHECK(text.origin.back() == text.original.size());
    CHECK(original_between(text, 0, 3) == "Día");
    CHECK(original_between(text, 5, 8) == "ﬁn");
    CHECK(std::is_sorted(text.origin.begin(), text.origin.end()));
}

TEST_CASE("a text of characters that fold to many ends where it has grown enough") {
    std::string ligatures;
    while (ligatures.size() < 512 * 1024) ligatures += "\uFDFA";
    const auto text = fold(ligatures);
    CHECK(text.folded.size() >= folded_octets_max);
    CHECK(text.folded.size() < folded_octets_max + 64);
    CHECK(text.origin.size() == text.folded.size() + 1);
    CHECK(text.origin.back() < text.original.size());
    CHECK(fold(std::string(1024 * 1024, 'a')).folded.size() == 1024 * 1024);
}

TEST_CASE("octets that are no UTF-8 are kept and marked") {
    const auto text = fold(
        "a\xFF"
        "b");
    CHECK(text.original ==
          "a\xFF"
          "b");
    CHECK(text.folded ==
          "a\uFFFD"
          "b");
}
