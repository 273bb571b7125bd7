// SPDX-License-Identifier: MIT
// Who holds an office (chair, deputy, president, second reader, manager …) from which day until which.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/model/identity.h"
#include "workflow/model/instant.h"

namespace mentoring {

struct Holding {
    std::string office;  // "chair"
    PersonId holder;
    Date from;
    std::optional<Date> until;  // the last day; empty: open
    bool operator==(const Holding&) const = default;
};

// The holder on that day: of several the one who came last. Nobody: PersonId{}.
PersonId holder_of(const std::vector<Holding>& holdings, std::string_view office, Date day);
// All offices that person holds on that day.
std::vector<std::string> offices_of(const std::vector<Holding>& holdings, PersonId person, Date day);

}
