// SPDX-License-Identifier: MIT
// The answer syntax of transcripts: "match Bea then Chloe", "met 2026-12-04 video", "evaluation 5 4 - 5 |
// words".
#pragma once

#include <string>

#include "tests/scenarios/town.h"
#include "workflow/model/answer.h"

namespace mentoring {

Answer answer_said(const Town& town, const std::string& text);

}
