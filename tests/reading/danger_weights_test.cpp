// SPDX-License-Identifier: MIT
#include "workflow/reading/danger_weights.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "daemon/mail/fold.h"

using namespace mentoring;

namespace {

std::vector<std::string> terms(std::string_view text) {
    const auto folded = fold(text);
    return danger_terms(tokens_of(folded));
}

DangerScore score(const DangerWeights& weights, std::string_view text) {
    const auto folded = fold(text);
    return weights.score(tokens_of(folded));
}

}

TEST_CASE("a text is weighed by its words, its neighbours and its near neighbours") {
    CHECK(terms("") == std::vector<std::string>{"^"});
    CHECK(terms("Je n'en peux plus.") == std::vector<std::string>{"^", "en", "en _ plus", "en peux", "je",
                                                                  "je _ en", "je n", "n", "n _ peux", "n en",
                                                                  "peux", "peux plus", "plus"});
    CHECK(terms("no no no").size() == 4);  // "^", "no", "no no", "no _ no"
    CHECK(terms("Día 3") == terms("dia 3"));
}

TEST_CASE("what it weighs does not grow with its length") {
    DangerWeights weights;
    weights.add("^", {-1, -2});
    weights.add("dark", {4, 1});
    weights.add("dark", {9, 9});
    weights.settle();
    CHECK(score(weights, "dark").any == Approx(3 / std::sqrt(2.0)));
    CHECK(score(weights, "dark").strong == Approx(-1 / std::sqrt(2.0)));
    CHECK(score(weights, "dark, and dark").any < score(weights, "dark").any);
    const auto folded = fold("dark and darker");
    CHECK(weights.heaviest(tokens_of(folded), 3) == std::vector<std::string>{"dark"});
    CHECK(score(weights, "").any == Approx(-1));
    CHECK(score(DangerWeights{}, "dark").any == Approx(0));
}
