// SPDX-License-Identifier: MIT
#include "daemon/settings/word_files.h"

#include <catch2/catch.hpp>

#include "daemon/settings/danger_weights_file.h"
#include "daemon/settings/phrase_forms.h"
#include "daemon/settings/toml_document.h"

using namespace mentoring;

namespace {

FoldedText as_written(std::string_view text) {
    FoldedText result{std::string(text), std::string(text), {}};
    for (std::uint32_t i = 0; i <= text.size(); ++i) result.origin.push_back(i);
    return result;
}

Faults faults_of(std::string_view toml) {
    Vocabulary vocabulary;
    Faults faults;
    add_words(vocabulary, "xx", toml, "xx.toml", as_written, faults);
    return faults;
}

std::string only(std::string_view toml) {
    const auto faults = faults_of(toml);
    CAPTURE(toml);
    REQUIRE(faults.size() == 1);
    return to_string(faults[0]);
}

}

TEST_CASE("the shipped words load without a fault") {
    Faults faults;
    const auto vocabulary = load_words(std::string(TESTS_FOLDER) + "/../config/words", as_written, faults);
    for (const auto& fault : faults) UNSCOPED_INFO(to_string(fault));
    CHECK(faults.empty());
    CHECK(vocabulary.languages == std::vector<std::string>{"de", "en", "es", "fr"});
}

TEST_CASE("a language is a file: its words count at once") {
    Vocabulary vocabulary;
    Faults faults;
    add_words(vocabulary, "de", "[answer]\nyes = [\"ja\"]\n[intent.accept]\nsays = [\"(sehr |)gerne\"]",
              "de.toml", as_written, faults);
    CHECK(faults.empty());
    const auto text = as_written("sehr gerne");
    const auto found = vocabulary.answer.find(tokens_of(text), 0, [](const Meaning&) { return true; });
    REQUIRE(found);
    CHECK(found->length == 2);
    CHECK(found->meanings[0].sense == Sense::says);
}

TEST_CASE("a fault names file, line and what was probably meant") {
    CHECK(only("[answer]\nnegatoin = [\"not\"]") ==
          "xx.toml:2: \"negatoin\": no such sense; did you mean \"negation\"?");
    CHECK(only("[anwser]\nyes = []") == "xx.toml:1: \"anwser\": no such table; did you mean \"answer\"?");
    CHECK(only("\n[intent.acept]\nsays = []") ==
          "xx.toml:2: \"acept\": no such answer; did you mean \"accept\"?");
    CHECK(only("[answer]\nyes = \"ja\"") == "xx.toml:2: must be a list of phrases");
    CHECK(only("[answer.month]\njanuary = [\"jan\"]") == "xx.toml:2: \"january\" must be a number");
    CHECK(only("[answer]\nyes = [\"(a|b\"]").find("xx.toml:2:") == 0);
    CHECK(only("[answer]\nyes = [\"\"]").find("xx.toml:2:") == 0);
    CHECK(only("[answer]\nyes = [1]").find("xx.toml:2:") == 0);
    CHECK(only("[answer\n").find("xx.toml:1:") == 0);
    CHECK(only("[intent.accept]\nyes = [\"a\"]").find("says no answer") != std::string::npos);
}

TEST_CASE("all faults are told at once") {
    CHECK(faults_of("[answer]\nyess = []\nnoo = []\n[dangr]").size() == 3);
}

TEST_CASE("a folder without words is a fault") {
    Faults faults;
    load_words("/nonexistent", as_written, faults);
    CHECK(faults.size() == 1);
}

TEST_CASE("alternatives of a phrase are written out") {
    CHECK(forms_of("(no|not any) longer", 9) == std::vector<std::string>{"no longer", "not any longer"});
    CHECK(forms_of("a(b|)", 9) == std::vector<std::string>{"ab", "a"});
    CHECK(forms_of("(a|b)(c|d)", 3).empty());  // more than allowed
    CHECK(forms_of("a)", 9).empty());
    CHECK(forms_of("((a)", 9).empty());
}

TEST_CASE("a phrase is parted at its blanks, but not within brackets") {
    using Parts = std::vector<std::vector<std::string>>;
    CHECK(parts_of("(no|not any) longer", 9) == Parts{{"no ", "not any "}, {"longer"}});
    CHECK(parts_of(" (a |)b  c", 9) == Parts{{"a ", ""}, {"b "}, {"c"}});
    CHECK(parts_of("b( a| c|)", 9) == Parts{{"b"}, {" a", " c", ""}});
    CHECK(parts_of("mentor(s|ing|)", 9) == Parts{{"mentors", "mentoring", "mentor"}});
    CHECK(parts_of("a (b", 9).empty());
    CHECK(parts_of("", 9).empty());
}

TEST_CASE("a weights file that was not made by our own hand is refused with its line") {
    const auto only_fault = [](std::string_view text) {
        Faults faults;
        CHECK(parse_danger_weights(text, "danger.weights", faults).empty());
        REQUIRE(faults.size() == 1);
        return to_string(faults[0]);
    };
    const std::string expected = ": two weights and a term are expected; made by ./dev weigh";
    CHECK(only_fault("# head\n1.00\t0.50\n") == "danger.weights:2" + expected);
    CHECK(only_fault("1.00\t0.50\tdark\n1.0x\t0.50\tdark\n") == "danger.weights:2" + expected);
    CHECK(only_fault("nan\t0.50\tdark\n") == "danger.weights:1" + expected);
    CHECK(only_fault("1e9\t0.50\tdark\n") == "danger.weights:1" + expected);
    CHECK(only_fault("1.00\t0.50\tdark\tdarker\n") == "danger.weights:1" + expected);
    CHECK(only_fault("1.00\t0.50\t\n") == "danger.weights:1" + expected);
    CHECK(only_fault("") == "danger.weights: no weights; made by ./dev weigh");
    CHECK(only_fault(std::string(danger_weights_max + 1, '\n')) ==
          "danger.weights:50001: too many lines; made by ./dev weigh");
    Faults faults;
    CHECK_FALSE(parse_danger_weights("# head\n\n-1.00\t0.50\tso dark\n", "danger.weights", faults).empty());
    CHECK(faults.empty());
    load_danger_weights("/nonexistent/danger.weights", faults);
    REQUIRE(faults.size() == 1);
    CHECK(to_string(faults[0]) == "danger.weights: cannot be read; made by ./dev weigh");
}

TEST_CASE("what the TOML library cannot bear is refused before it is parsed") {
    const auto refused = [](std::string_view toml) {
        Faults faults;
        const bool read = toml_document(toml, "xx.toml", faults).has_value();
        REQUIRE(faults.size() == (read ? 0 : 1));
        return read ? std::string() : to_string(faults[0]);
    };
    const std::string beyond =
        ": a letter beyond ASCII outside of double quotes; keys and texts go into double quotes";
    CHECK(refused("a = \"é\" # é\nc = \"\"\"é\"é\"\"\"\n[\"é\"]\n").empty());
    CHECK(refused("a = \"\\\"é\"\n").empty());
    CHECK(refused("\xEF\xBB\xBF"
                  "a = 1\n")
              .empty());
    CHECK(refused("a = 1\nprénom = 1\n") == "xx.toml:2" + beyond);
    CHECK(refused("b = 'é'\n") == "xx.toml:1" + beyond);
    CHECK(refused("f=7''7'ï") == "xx.toml:1" + beyond);
    CHECK(refused("[é]\n") == "xx.toml:1" + beyond);
    CHECK(refused("a = \"b\nü = 1\n") == "xx.toml:2" + beyond);  // a quotation ends with its line
    CHECK(refused("a = \"\xFF\"").starts_with("xx.toml:1: is not UTF-8"));
    CHECK(refused("a = \"\\é\"").starts_with("xx.toml:1: a backslash before a letter"));
    CHECK(refused("\n[\n[FM]\n").starts_with("xx.toml:2: no TOML"));
    CHECK(refused("[[\n").starts_with("xx.toml:1: no TOML"));
    CHECK(refused("a = 1\n[>h").starts_with("xx.toml:2: no TOML"));
    CHECK(refused("[ # no name\n").starts_with("xx.toml:1: no TOML"));
    CHECK(refused("a = 1\ni=[[ [}HG\nb = [\n").starts_with("xx.toml:2: no TOML"));
    CHECK(refused("[[a]]\n[b.\"c\"]\nd = [\n  [\n  1 ],\n]\n").empty());
    CHECK(only("[respelt]\nça = \"ca\"") == "xx.toml:2" + beyond);
}

TEST_CASE("letters of texts and keys are read as they stand in the file") {
    Faults faults;
    const auto top = toml_document("\"née\" = \"œ 𝄞 \\u00e9\"", "xx.toml", faults);
    REQUIRE(top);
    CHECK((*top)["née"].value<std::string>() == "œ 𝄞 é");
}
