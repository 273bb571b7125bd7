// SPDX-License-Identifier: MIT
// Words a person wrote, and who may read them. Every text carries its audience; one gate stands before the
// outbox.
#pragma once

#include <set>
#include <string>

#include "workflow/model/identity.h"

namespace mentoring {

// Roles ("chair", "mentor", "president"). The writer herself may always read what she wrote.
using Audience = std::set<std::string>;

struct Words {
    std::string text;
    PersonId writer;
    Audience readers;
    bool operator==(const Words&) const = default;
};

}
