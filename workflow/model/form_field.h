// SPDX-License-Identifier: MIT
// One field of a form that is filled in by mail.
#pragma once

#include <string>

#include "workflow/model/audience.h"

namespace mentoring {

struct FormField {
    std::string name;      // "working_together", as the programme calls it
    std::string label;     // "Working together", as printed and as found back in the answer
    std::string question;  // "How would you like to work together?", as printed; may be empty
    bool needed = true;
    Audience readers;  // who may read it; empty: the form's readers
};

}
