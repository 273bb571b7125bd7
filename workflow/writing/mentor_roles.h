// SPDX-License-Identifier: MIT
// Which roles the mentors of a case can have in each state: "invited" until an answer makes her "mentor",
// none before somebody was asked.
#pragma once

#include <map>
#include <set>
#include <string>

#include "workflow/writing/program_walk.h"

namespace mentoring {

class MentorRoles {
public:
    explicit MentorRoles(const Program& program);

    // Of a pairing: hers. Of a case: those of all its pairings; empty where a case can be in that state
    // before anybody was asked.
    const std::set<std::string>& in(const State& state) const;
    // Whether the answer that brings the letter about makes her that.
    bool made_by(const OrderPlace& place, const std::string& role) const;

private:
    void spread(const Program& program);
    void find_early(const Program& program);

    std::map<std::string, std::set<std::string>> of_pairing_;  // by state
    std::set<std::string> early_;                              // states of the case before anybody was asked
    std::set<std::string> all_;
};

}
