// SPDX-License-Identifier: MIT
// A small association for the tests of deciding: a dozen people, the offices, a calendar, the real programme
// file, and one case that is advanced by events. What effects change of people is changed here; letters are
// kept in the order in which they were written.
#pragma once

#include <string>
#include <vector>

#include "workflow/model/case.h"
#include "workflow/model/effect.h"
#include "workflow/model/event.h"
#include "workflow/model/program.h"
#include "workflow/model/surroundings.h"

namespace mentoring {

// balance.toml of the project; fails the test where the file has faults.
const Program& balance();
// Central time of the United States with the programme's holidays.
Calendar central_calendar(const Program& program, int year_from, int year_until);

struct Written {
    Instant at{};
    Letter letter;  // with its fields
    int decision = 0;
    enum class Fate { sent, resting, stopped } fate = Fate::sent;
};

class Town {
public:
    explicit Town(const Program& program);

    PersonId id(const std::string& first_name) const;  // fails for a name that nobody has
    std::string first_name(PersonId person) const;
    Person& person(const std::string& first_name);
    void set_office(const std::string& office, const std::string& first_name, Instant from);
    // Other cases take so many places of hers.
    void set_other_load(PersonId mentor, int places) { other_loads_[mentor] = places; }

    // Advances the case; gives what was written, with its fields filled in.
    Step happen(const Event& event);
    // Fires due waits one by one until then, then it is that time.
    std::vector<std::pair<WaitDue, Step>> pass_until(Instant until);

    Surroundings surroundings() const;
    const Program& program;
    Case present;
    Instant now{};
    std::vector<Written> written;
    std::vector<KeepEvaluation> evaluations;
    std::vector<KeepConcern> concerns;

private:
    void settle_letters();
    void carry_out(const Step& step);

    std::map<PersonId, Person> people_;
    std::vector<Holding> offices_;
    std::map<PersonId, int> other_loads_;
    Calendar calendar_;
};

}
