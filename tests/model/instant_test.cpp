// SPDX-License-Identifier: MIT
#include "workflow/model/instant.h"

#include <catch2/catch.hpp>

using namespace mentoring;

TEST_CASE("a day is written and read as YYYY-MM-DD") {
    CHECK(iso_date(*date_from_iso("2026-11-22")) == "2026-11-22");
    CHECK_FALSE(date_from_iso("2026-02-30"));  // no such day
    CHECK_FALSE(date_from_iso("2026-2-3"));    // wrong shape
    CHECK_FALSE(date_from_iso("22.11.2026"));
}
