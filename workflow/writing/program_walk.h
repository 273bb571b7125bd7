// SPDX-License-Identifier: MIT
// A programme seen as lists, for check and chart: every letter it orders, every way from state to state,
// every name under which words are kept. One walk over the shapes, so that no rule forgets one of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workflow/model/program.h"

namespace mentoring {

// A letter, and in which circumstances it goes out.
struct OrderPlace {
    const LetterOrder* order = nullptr;
    const State* state = nullptr;      // none: opening, [any], [every], [gone], [concern]
    std::vector<std::string> writers;  // whose answer brings it about; empty where nobody's does
    std::string where;                 // "state.review.on.match"
    int line = 0;
};
std::vector<OrderPlace> orders_of(const Program& program);

// answered: somebody's answer. silent: it happens when nobody says anything. ordered: an office or an event
// from outside brings it about (opening, gone, another pairing).
enum class Cause { answered, silent, ordered };

struct Way {
    const State* from = nullptr;   // none: from anywhere, or from nowhere (an opening)
    Scope scope = Scope::of_case;  // of the target
    std::string target;            // empty: the pairing ends
    Cause cause = Cause::answered;
    std::string key;  // "goto", as the file names it
    std::string where;
    int line = 0;
};
std::vector<Way> ways_of(const Program& program);

// Words kept under a name, and who may read them.
struct Kept {
    std::string name;
    Audience readers;
    std::vector<std::string> writers;
    std::string where;
    int line = 0;
};
std::vector<Kept> kept_words(const Program& program);

// An answer somebody may give in a state, or at any time.
struct Offer {
    std::string answer;
    std::vector<std::string> by;
    bool by_yes = false;
    bool by_no = false;
    const State* state = nullptr;    // none: at any time
    const Transition* on = nullptr;  // none: `all` or `form`
    std::string where;
    int line = 0;
};
std::vector<Offer> offers_in(const State& state);
std::vector<Offer> offers_anywhere(const Program& program);

std::string place_of(const State& state);  // "state.review", "pairing.asked"
// Roles that a pairing's mentor has: of each `each`, and what an answer makes of them.
std::vector<std::string> mentor_roles(const Program& program);
bool is_office(const Program& program, std::string_view role);
// Offices, "mentee", and the roles of mentors.
std::vector<std::string> all_roles(const Program& program);

}
