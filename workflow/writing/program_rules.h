// SPDX-License-Identifier: MIT
// The rules of program_check, each a question of its own.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "workflow/model/fault.h"
#include "workflow/model/program.h"

namespace mentoring {

struct Examination {
    const Program& program;
    const std::set<std::string>& letters;
    std::string file;
    Faults faults;

    void fault(int line, std::string where, std::string text, std::string hint = {});
    void warning(int line, std::string where, std::string text, std::string hint = {});
};

// program_paths.cpp
void check_targets(Examination& found);       // each goto names a state of the right kind
void check_reachable(Examination& found);     // each state can be reached
void check_way_out(Examination& found);       // each state is left when everybody is silent
void check_final_states(Examination& found);  // nothing is waited for in them
void check_outcomes(Examination& found);      // a case knows what follows each end of a pairing
void check_moved(Examination& found);         // [moved] leads from what is gone to what is there

// program_people.cpp
void check_offices(Examination& found);     // deputies exist and do not turn in a circle
void check_owners(Examination& found);      // each state has an owner who exists, and reminds her
void check_roles(Examination& found);       // who answers and who reads exists
void check_alarm(Examination& found);       // two humans hear of danger
void check_recipients(Examination& found);  // each letter goes to somebody who is known by then
void check_proof(Examination& found);       // decisions of offices are proven strongly

// program_words_rules.cpp
void check_letters(Examination& found);    // each letter exists
void check_words(Examination& found);      // what a letter carries was kept, and may be read
void check_answers(Examination& found);    // no answer, no yes, no no is claimed twice
void check_forms(Examination& found);      // fields have names of their own
void check_told(Examination& found);       // what was understood can be told back
void check_occasions(Examination& found);  // the calendar's words are known

}
