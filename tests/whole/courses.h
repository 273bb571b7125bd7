// SPDX-License-Identifier: MIT
// Courses of a case as tables: who gets which letter and answers what, until nothing more is to be said.
// Together they give every answer that the Balance programme takes.
#pragma once

#include <string>
#include <vector>

namespace mentoring {

// When a turn comes after the one before: once the letters that rest are out, while they still rest, or on
// another day.
enum class Pace { after_a_rest, at_once, a_day_later };

// `who` is "member" or "mentor" of the course, a person of the sample roster, or "operator", who says
// `mentord people ANSWER` of the member.
struct Turn {
    std::string who;
    std::string letter;  // what its subject or text holds; empty: the last that she had
    // The link's label: "ACCEPT"; "form" and "own words" for links without one; "new mail" for one that has
    // nothing but the subject of the letter, and so proves little; empty: none.
    std::string answer;
    std::string words;  // what is written behind the label, or the lines of the form
    Pace pace = Pace::after_a_rest;
};

struct Course {
    std::string name;
    std::string member;
    std::string mentor;
    std::vector<Turn> turns;
};

std::vector<Course> courses_to_a_mentor();
std::vector<Course> courses_with_a_mentor();
// What may be said at any time, and what the president is asked.
std::vector<Course> courses_beside();

}
