// SPDX-License-Identifier: MIT
#include "daemon/mail/mail_date.h"

#include <catch2/catch.hpp>

using namespace mentoring;

TEST_CASE("dates are read to the second in UTC") {
    using namespace std::chrono;
    const auto good = [](std::string_view field, Instant wanted) {
        INFO(field);
        CHECK(read_mail_date(field) == wanted);
    };
    const Instant moment = sys_days(year(1997) / 11 / 21) + hours(15) + minutes(55) + seconds(6);
    good("Fri, 21 Nov 1997 09:55:06 -0600", moment);
    good("21 Nov 1997 15:55:06 +0000", moment);
    good("Fri, 21 Nov 97 15:55:06 GMT", moment);                // two digits
    good("Fri, 21 November 1997 10:55:06 EST", moment);         // month in full
    good("Fri,21 Nov 1997 09:55:06 -0600 (CST)", moment);       // no blank, a comment
    good("Fri Nov 21 15:55:06 1997", moment);                   // ctime
    good("Fri, 21-Nov-1997 15:55:06 GMT", moment);              // hyphens
    good("Fri, 21 Nov 1997 09.55.06 -0600", moment);            // dots
    good("Fri, 21 Nov 1997 15:55 +0000", moment - seconds(6));  // no seconds
    good("Fri, 21 Nov 1997 21:25:06 +05:30", moment);           // a colon in the zone
}

TEST_CASE("what is no date is nothing") {
    const auto bad = [](std::string_view field) {
        INFO(field);
        CHECK_FALSE(read_mail_date(field));
    };
    bad("");
    bad("yesterday");
    bad("Fri, 31 Feb 1997 09:55:06 -0600");  // no such day
    bad("Fri, 21 Nov 1997");                 // no time
    bad("Fri, 21 Nov 1997 25:00:00 +0000");  // no such hour
    bad("Fri, 21 Foo 1997 09:55:06 +0000");  // no such month
    bad("Fri, 21 Nov 1900 09:55:06 +0000");  // before mail
    bad("21 Nov 99999999999 09:55:06");
}
