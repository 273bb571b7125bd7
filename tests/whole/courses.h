// SPDX-License-Identifier: MIT
// Courses of a case as tables: who gets which letter and answers what, until nothing more is to be said.
// Together they say everything that a letter of the Balance programme offers.
#pragma once

#include <string>
#include <vector>

namespace mentoring {

// `who` is "member", "mentor" or "second mentor" of the course, or a person of the sample roster.
struct Turn {
    std::string who;
    std::string letter;  // what its subject or text holds
    std::string
        answer;  // the link's label: "ACCEPT"; "form" and "own words" for links without one; empty: none
    std::string words;  // what is written behind the label, or the lines of the form
};

struct Course {
    std::string name;
    std::string member;
    std::string mentor;
    std::vector<Turn> turns;
};

// Courses of one afternoon: nothing in them waits for a day to pass.
std::vector<Course> courses_to_a_mentor();
std::vector<Course> courses_with_a_mentor();
// What may be said at any time, and what the president is asked.
std::vector<Course> courses_beside();

}
