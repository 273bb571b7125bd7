// SPDX-License-Identifier: MIT
#include "workflow/reading/when.h"

#include <catch2/catch.hpp>

#include "daemon/mail/fold.h"
#include "tests/tools/replies.h"
#include "workflow/reading/calendar.h"
#include "workflow/reading/rhythm.h"

using namespace mentoring;

namespace {

const Date sunday = *date_from_iso("2026-11-22");

const Vocabulary& vocabulary() {
    static const auto words = words_of_checkout();
    return words;
}

Passage facts(const FoldedText& text) {
    const auto passage = passage_of(
        vocabulary().answer, text, [](const Meaning&) { return false; },
        [](std::string_view) { return true; });
    return facts_of(passage, vocabulary().answer);
}

WrittenDate only_date(std::string_view text) {
    const auto folded = fold(text);
    const auto dates = written_dates(facts(folded), sunday);
    CAPTURE(text);
    REQUIRE(dates.size() == 1);
    return dates[0];
}

void was(std::string_view text, std::string_view day) {
    const auto date = only_date(text);
    CAPTURE(text);
    CHECK_FALSE(date.ambiguous);
    REQUIRE(date.past);
    CHECK(iso_date(*date.past) == day);
}

void will_be(std::string_view text, std::string_view day,
             WrittenDate::Relation relation = WrittenDate::Relation::until) {
    const auto date = only_date(text);
    CAPTURE(text);
    CHECK_FALSE(date.ambiguous);
    CHECK(date.relation == relation);
    REQUIRE(date.to_come);
    CHECK(iso_date(*date.to_come) == day);
}

void ambiguous(std::string_view text) {
    CAPTURE(text);
    CHECK(only_date(text).ambiguous);
}

std::optional<Rhythm> rhythm(std::string_view text) {
    const auto folded = fold(text);
    return written_rhythm(facts(folded)).rhythm;
}

}

TEST_CASE("a day past is read in the usual forms") {
    was("2026-11-03", "2026-11-03");
    was("on November 12", "2026-11-12");
    was("Nov. 12th, 2026", "2026-11-12");
    was("5 November", "2026-11-05");
    was("the 12th of November", "2026-11-12");
    was("on the 12th", "2026-11-12");
    was("11/18", "2026-11-18");       // only one order is a day
    was("11/12/2026", "2026-11-12");  // the other order is to come
    was("yesterday", "2026-11-21");
    was("the day before yesterday", "2026-11-20");
    was("on Tuesday", "2026-11-17");
    was("last Friday", "2026-11-20");
    was("Tuesday, November 17", "2026-11-17");
    was("three days ago", "2026-11-19");
    was("December 3", "2025-12-03");  // of last year; whoever asked judges whether that can be meant
    was("el 12 de noviembre", "2026-11-12");
    was("el 3/11", "2026-11-03");
    was("am 9. November 2026", "2026-11-09");  // the point of an ordinal
    was("vor drei Tagen", "2026-11-19");
    was("vorgestern", "2026-11-20");
    was("hace tres días", "2026-11-19");
    was("le 1er novembre", "2026-11-01");
    was("mardi", "2026-11-17");
    was("avant-hier", "2026-11-20");
}

TEST_CASE("a day to come is read in the usual forms") {
    using Relation = WrittenDate::Relation;
    will_be("until 1 May", "2027-05-01");
    will_be("until September", "2027-09-01");
    will_be("until the end of January", "2027-01-31");
    will_be("until mid-March", "2027-03-15");
    will_be("until the end of the year", "2026-12-31");
    will_be("till 2/15/2027", "2027-02-15");
    will_be("until Monday", "2026-11-23");
    will_be("until the new year", "2027-01-01");
    will_be("three months from today", "2027-02-22", Relation::at);
    will_be("for six weeks", "2027-01-03", Relation::within);
    will_be("for three months", "2027-02-22", Relation::within);
    will_be("from next week", "2026-11-23", Relation::from);
    will_be("hasta el 15 de enero", "2027-01-15");
    will_be("hasta finales de enero", "2027-01-31");
    will_be("jusqu'au 1er mars", "2027-03-01");
    will_be("jusqu'à fin février", "2027-02-28");
    will_be("until February 29, 2028", "2028-02-29");
}

TEST_CASE("what can be read in two ways says so") {
    CHECK(only_date("11/9").past == Date{std::chrono::November / 9 / 2026});  // not 11 September
    CHECK(only_date("11/9").past_is_sure);
    CHECK_FALSE(only_date("10/11/2026").past_is_sure);
    ambiguous("10/11/2026");  // 10 November or 11 October
    ambiguous("on Sunday");   // today is one
    ambiguous("last week");
    ambiguous("two weeks ago");
    was("two weeks ago today", "2026-11-08");
    ambiguous("Tuesday last week");
}

TEST_CASE("a weekday beside a date is heard") {
    was("Tuesday, November 17", "2026-11-17");
    will_be("until Tuesday, December 8", "2026-12-08");
    CHECK_FALSE(only_date("Tuesday, November 17").to_come);  // in 2027 it is a Wednesday
    ambiguous("Monday, November 17");
    ambiguous("until Wednesday, December 8");
    ambiguous("Montag, 17.11.");
}

TEST_CASE("no day is made up") {
    const auto none = [](std::string_view text) {
        const auto folded = fold(text);
        CAPTURE(text);
        CHECK(written_dates(facts(folded), sunday).empty());
    };
    none("February 30, 2026");
    none("we may meet");  // a verb
    none("1 2 3");
    none("version 99/99");
    none("");
}

TEST_CASE("the calendar knows its edges") {
    CHECK(iso_date(plus_months(*date_from_iso("2027-01-31"), 1)) == "2027-02-28");
    CHECK(iso_date(plus_days(*date_from_iso("2026-12-31"), 1)) == "2027-01-01");
    CHECK(weekday_of(sunday) == 0);
    CHECK(iso_date(*latest(sunday, 2, 29)) == "2024-02-29");
    CHECK(iso_date(*earliest(sunday, 2, 29)) == "2028-02-29");
    CHECK_FALSE(date_of(2026, 13, 1));
    CHECK_FALSE(earliest(sunday, 2, 30));
}

TEST_CASE("a rhythm is read in three languages") {
    using Unit = Rhythm::Unit;
    CHECK(rhythm("monthly") == Rhythm{1, Unit::months});
    CHECK(rhythm("every three weeks") == Rhythm{3, Unit::weeks});
    CHECK(rhythm("every other week") == Rhythm{2, Unit::weeks});
    CHECK(rhythm("once a month") == Rhythm{1, Unit::months});
    CHECK(rhythm("twice a month") == Rhythm{2, Unit::weeks});
    CHECK(rhythm("every Thursday") == Rhythm{1, Unit::weeks});
    CHECK(rhythm("una vez al mes") == Rhythm{1, Unit::months});
    CHECK(rhythm("cada dos semanas") == Rhythm{2, Unit::weeks});
    CHECK(rhythm("toutes les trois semaines") == Rhythm{3, Unit::weeks});
    CHECK(rhythm("une fois par trimestre") == Rhythm{3, Unit::months});
    CHECK_FALSE(rhythm("monthly or weekly"));  // two
    CHECK_FALSE(rhythm("now and then"));
}
