// SPDX-License-Identifier: MIT
// What a mentor offers, as the JSON text that is kept sealed.
#pragma once

#include <string>
#include <string_view>

#include "workflow/model/person.h"

namespace mentoring {

std::string to_json(const MentorProfile& profile);
// Missing fields have the value of a fresh profile. StoreFailure (broken) for what is no profile.
MentorProfile profile_from_json(std::string_view json);

}
