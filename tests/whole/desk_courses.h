// SPDX-License-Identifier: MIT
// Courses of mail that the office cannot tell at once, as tables: what somebody writes outside our letters,
// who is asked about it, and what is answered. Together they give every answer that the front desk takes.
#pragma once

#include <string>
#include <vector>

#include "tests/whole/courses.h"

namespace mentoring {

// A mail to the manager's address, or to `to`; with `answers` a reply to the last letter that this person
// had.
struct StrayMail {
    std::string who;
    std::string subject;
    std::string body;
    std::string to = {};
    std::string answers = {};
};

// The mails are written one after the other, then the turns are taken. "{number}" in an answer is the first
// number of a case in its letter.
struct DeskCourse {
    std::string name;
    std::vector<StrayMail> mails;
    std::vector<Turn> turns;
};

std::vector<DeskCourse> desk_courses();

}
