// SPDX-License-Identifier: MIT
// Who acts as what in a case. Nobody acts in her own case: where the holder of an office is a party to it,
// is gone, or has passed, her deputy acts, and the deputy's deputy after her.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workflow/deciding/visits.h"
#include "workflow/model/case.h"
#include "workflow/model/program.h"
#include "workflow/model/surroundings.h"

namespace mentoring {

// A case as it is looked at during one decision.
struct Scene {
    const Program& program;
    const Case& of;
    const Surroundings& surroundings;
    Instant now;
};

// The mentee, and whoever is asked or has ever said yes as her mentor.
bool party(const Case& of, PersonId person);

// Who acts for an office: the holder, or who stands in. Nobody: PersonId{}.
struct Acting {
    std::string office;  // whose holder that is
    PersonId person;
};
Acting acting_for(const Scene& scene, std::string_view office);

// All that she is in this case at present: "mentee", the roles of her pairings, offices, and the office whose
// state she took over.
std::vector<std::string> roles_of(const Scene& scene, PersonId person);
// She is or was something in it: a late answer of hers hears what became of it.
bool had_part(const Scene& scene, PersonId person);

// The office or role that a visit waits for, after PASS and escalation.
std::string owner_role(const Scene& scene, const Visit& visit);
// Those who are waited for.
std::vector<PersonId> owners(const Scene& scene, const Visit& visit);
// Who answers for that role in that visit. An office is one person; "mentee" and a pairing's role are its
// parties.
std::vector<PersonId> persons_in(const Scene& scene, const Visit& visit, std::string_view role);

const Person* person_on(const Surroundings& surroundings, PersonId id);
bool active(const Surroundings& surroundings, PersonId id);
const OfficeRule* office_named(const Program& program, std::string_view name);

}
