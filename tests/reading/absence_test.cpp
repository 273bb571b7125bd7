// SPDX-License-Identifier: MIT
#include "workflow/reading/absence.h"

#include <catch2/catch.hpp>

#include <string>

using namespace mentoring;

namespace {

std::string back(const std::string& text, const std::string& sent = "2026-05-04") {
    const auto date = return_date_in(text, *date_from_iso(sent));
    return date ? iso_date(*date) : "none";
}

}

TEST_CASE("The day of return is read in the usual forms") {
    const std::pair<const char*, const char*> forms[] = {
        {"I am away until 18 May 2026.", "2026-05-18"},
        {"I am away until May 18th, 2026.", "2026-05-18"},
        {"I am away through May 18.", "2026-05-18"},
        {"back on the 18th of May", "2026-05-18"},
        {"until 2026-05-18", "2026-05-18"},
        {"until 18/05/2026", "2026-05-18"},
        {"until 5/18/2026", "2026-05-18"},  // only the American order is a day
        {"until 18.05.", "2026-05-18"},
        {"bis einschließlich 18.5.26", "2026-05-18"},
        {"bis zum 18. Mai", "2026-05-18"},
        {"jusqu'au 18 mai inclus", "2026-05-18"},
        {"jusqu'au 1er juin", "2026-06-01"},
        {"hasta el 18 de mayo de 2026", "2026-05-18"},
        {"até 18 de maio", "2026-05-18"},
        {"fino al 18 maggio", "2026-05-18"},
        {"tot en met 18 mei", "2026-05-18"},
        {"til og med 18. maj", "2026-05-18"},
        {"till och med den 18 maj", "2026-05-18"},
        {"18. toukokuuta asti", "2026-05-18"},
        {"do 18 maja", "2026-05-18"},
        {"do 18. května", "2026-05-18"},
        {"május 18-ig", "2026-05-18"},
        {"până pe 18 mai", "2026-05-18"},
        {"до 18 мая", "2026-05-18"},
        {"до 18 травня", "2026-05-18"},
        {"μέχρι τις 18 Μαΐου", "2026-05-18"},
        {"18 Mayıs tarihine kadar", "2026-05-18"},
        {"5月18日まで", "2026-05-18"},
        {"至2026年5月18日", "2026-05-18"},
        {"5월 18일까지", "2026-05-18"},
        {"until next Monday", "2026-05-11"},  // the mail was sent on a Monday
        {"back on Thursday", "2026-05-07"},
        {"de retour jeudi", "2026-05-07"},
        {"back tomorrow", "2026-05-05"},
        {"on leave until September", "2026-09-01"},
        {"until January 7", "2027-01-07"},  // the next one
    };
    for (const auto& [text, day] : forms) {
        CAPTURE(text);
        CHECK(back(text) == day);
    }
}

TEST_CASE("Of several days the last one of returning counts") {
    CHECK(back("I am away from 4 May to 22 May. I will be back on 26 May.") == "2026-05-26");
    CHECK(back("Ich bin vom 04.05. bis 22.05. im Urlaub.") == "2026-05-22");
    CHECK(back("I'm out until 18 May. Our congress is on 20 June.") == "2026-05-18");
}

TEST_CASE("What is no day of return is none") {
    CHECK(back("I am away and will reply when I return.") == "none");
    CHECK(back("Call 555.010.0199 or +1 (555) 010-0199.") == "none");  // telephone numbers
    CHECK(back("I was away until 20 April 2026.") == "none");          // past
    CHECK(back("until 31 February 2026") == "none");                   // no such day
    CHECK(back("until 18 May 2031") == "none");                        // beyond absence_days_max
    CHECK(back("You may write to me.") == "none");                     // the verb
    CHECK(back("") == "none");
}

TEST_CASE("The mail's own date counts unless it cannot be true") {
    Mail mail;
    mail.quoted_text = "I am back on Thursday.";
    const auto received = *date_from_iso("2026-05-04");
    mail.date = std::chrono::sys_days(*date_from_iso("2026-04-28"));
    CHECK(iso_date(*return_date(mail, received)) == "2026-04-30");
    mail.date = std::chrono::sys_days(*date_from_iso("1999-01-01"));
    CHECK(iso_date(*return_date(mail, received)) == "2026-05-07");
    mail.date.reset();
    CHECK(iso_date(*return_date(mail, received)) == "2026-05-07");
}

TEST_CASE("A return date in the subject is read too") {
    Mail mail;
    mail.subject = "Out of office until 18 May";
    mail.quoted_text = "Thank you.";
    CHECK(iso_date(*return_date(mail, *date_from_iso("2026-05-04"))) == "2026-05-18");
}
