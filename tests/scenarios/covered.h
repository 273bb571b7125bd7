// SPDX-License-Identifier: MIT
// Which parts of a program a step made use of.
#pragma once

#include "tests/scenarios/play.h"

namespace mentoring {

void cover(Coverage& covered, const Program& program, const Case& before, const Event& event,
           const Step& step);

}
