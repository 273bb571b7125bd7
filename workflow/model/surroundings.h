// SPDX-License-Identifier: MIT
// What a decision needs to know of the world, read inside its transaction: people, offices, loads, how well
// profiles match the request, the calendar. The core asks nobody; this is all it sees.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "workflow/model/identity.h"
#include "workflow/model/instant.h"
#include "workflow/model/office.h"
#include "workflow/model/person.h"

namespace mentoring {

// When local time changes its distance to UTC: ascending; before the first the first's own offset holds.
struct ZoneRules {
    struct Change {
        Instant from;
        std::chrono::seconds offset;
    };
    std::vector<Change> changes;
};

struct Calendar {
    ZoneRules zone;
    std::set<std::chrono::sys_days> holidays;
};

struct Match {
    PersonId mentor;
    double score = 0;  // higher is better
    std::vector<std::string>
        terms;  // words of the profile that met the request: the mentor's words, not the member's
};

struct Surroundings {
    std::map<PersonId, Person> people;
    std::map<std::string, ZoneRules> zones;  // of people who live in another zone, by IANA name
    std::vector<Holding> offices;
    std::map<PersonId, int> loads;  // mentees at present, over all open cases
    std::vector<Match> matches;     // by text, best first
    Calendar calendar;
    std::vector<PersonId> earlier_mentors;
};

}
