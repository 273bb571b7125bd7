// SPDX-License-Identifier: MIT
#include "workflow/writing/program_words.h"

#include <catch2/catch.hpp>

using namespace mentoring;

TEST_CASE("spans are a number and a unit") {
    CHECK(span_from("20 minutes") == Span{20, Span::Unit::minutes});
    CHECK(span_from("1 working day") == Span{1, Span::Unit::working_days});
    CHECK(span_from("0 days") == Span{0, Span::Unit::days});
    CHECK(span_from("2 months") == Span{2, Span::Unit::months});
    for (const char* text : {"", "days", "3", "3days", "3  days", "-3 days", "3.5 days", "3 fortnights",
                             "3 days ", "1001 days", "99999999999 days", "3 s"}) {
        INFO(text);
        CHECK_FALSE(span_from(text));
    }
}

TEST_CASE("rhythms are named or counted") {
    CHECK(rhythm_from("monthly") == Rhythm{1, Rhythm::Unit::months});
    CHECK(rhythm_from("quarterly") == Rhythm{3, Rhythm::Unit::months});
    CHECK(rhythm_from("every 3 weeks") == Rhythm{3, Rhythm::Unit::weeks});
    for (const char* text :
         {"", "sometimes", "every week", "every 0 weeks", "every 3 minutes", "every 3 working days"}) {
        INFO(text);
        CHECK_FALSE(rhythm_from(text));
    }
}

TEST_CASE("what is written out is read back") {
    for (const char* text :
         {"1 minute", "20 minutes", "1 working day", "3 working days", "2 weeks", "1 month"})
        CHECK(span_text(*span_from(text)) == text);
    for (const char* text : {"weekly", "monthly", "quarterly", "yearly", "every 3 weeks", "every 10 days"})
        CHECK(rhythm_text(*rhythm_from(text)) == text);
    for (const auto& each : takes_words)
        CHECK(value_of(takes_words, word_of(takes_words, each.value)) == each.value);
    for (const auto& each : doing_words)
        CHECK(value_of(doing_words, word_of(doing_words, each.value)) == each.value);
}
