// SPDX-License-Identifier: MIT
#include "daemon/commands/table.h"

#include <catch2/catch.hpp>

using namespace mentoring;

namespace {

const std::vector<Column> columns{
    {"Case", ColumnKind::text}, {"Days waiting", ColumnKind::number}, {"What for", ColumnKind::wrapped}};

}

TEST_CASE("a table is aligned, numbers to the right, without blanks at the end of a line") {
    CHECK(table_text({columns, {{"2026-014", "3", "the chair"}, {"2026-2", "12", "a mentor"}}, ""}) ==
          "Case      Days waiting  What for\n"
          "2026-014             3  the chair\n"
          "2026-2              12  a mentor\n");
}

TEST_CASE("an empty table says so, in JSON too") {
    CHECK(table_text({columns, {}, "No case is open."}) == "No case is open.\n");
    CHECK(table_json({columns, {}, "No case is open."}) == "[]\n");
}

TEST_CASE("a long cell is cut or wrapped at a blank so that the line stays within the width") {
    const Table table{{{"Name", ColumnKind::text}, {"What", ColumnKind::wrapped}},
                      {{"Bartholomea", "waits for the chair"}},
                      ""};
    CHECK(table_text(table, 20) ==
          "Name       What\n"
          "Bartholo…  waits for\n"
          "           the chair\n");
}

TEST_CASE("accents, wide letters and marks count as the columns they take") {
    const Table table{{{"Name", ColumnKind::text}, {"N", ColumnKind::number}},
                      {{"Zoë", "1"}, {"Zoe\u0308", "2"}, {"山田", "3"}, {"Ada!", "4"}},
                      ""};
    CHECK(table_text(table) == "Name  N\nZoë   1\nZoe\u0308   2\n山田  3\nAda!  4\n");
}

TEST_CASE("controls and broken octets in a cell never reach the terminal") {
    const Table table{{{"Name", ColumnKind::text}},
                      {{"a\x1b[31mb\r\nc\xff"
                        "d"},
                       {"\u202e"
                        "abc"}},
                      ""};
    CHECK(table_text(table) == "Name\na?[31mb??c?d\n?abc\n");
}

TEST_CASE("JSON has a key a column, numbers as numbers, and stays valid for any octets") {
    const Table table{columns, {{"2026-014", "3", "a \"b\"\n"}, {"x\xff", "few", ""}}, ""};
    CHECK(table_json(table) ==
          "[{\"case\":\"2026-014\",\"days_waiting\":3,\"what_for\":\"a \\\"b\\\"\\n\"},"
          "{\"case\":\"x\uFFFD\",\"days_waiting\":\"few\",\"what_for\":\"\"}]\n");
}
