// SPDX-License-Identifier: MIT
// Who wrote a mail and about which case, in a sample world: the steps that stand between a human's mail and
// its answer.
#pragma once

#include <string>

#include "daemon/settings/sample_world.h"
#include "workflow/model/mail.h"
#include "workflow/reading/conversation.h"
#include "workflow/reading/identify.h"
#include "workflow/reading/kind.h"

namespace mentoring {

struct TiedCase {
    std::string who;                 // a name and how well it is proven, or why nobody is believed
    std::string about;               // the case and what told, or that there is none
    const SampleCase* of = nullptr;  // the case she may speak for
    bool asked_of_her = false;       // its question was put to her
    Audible audible = Audible::to_us;
};

TiedCase tied(const SampleWorld& world, const Mail& mail);

// By what that world's office knows its own letters.
OwnSigns own_signs_of(const SampleWorld& world);

}
