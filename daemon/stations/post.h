// SPDX-License-Identifier: MIT
// A letter that was decided becomes bytes in the outbox: fields rendered, token and Message-ID made, thread
// kept, budget applied. What is not sent (somebody is gone, the daily cap, the breaker) is a row too.
#pragma once

#include <string>

#include "daemon/stations/desk.h"
#include "workflow/model/case.h"
#include "workflow/model/effect.h"

namespace mentoring {

// More letters than this in one case and day is a storm: they are suppressed and the operator is told once.
inline constexpr int letters_of_case_a_day_max = 60;

// What a letter is written upon: with a case its decision number keys it, else `period` ("mail 4711",
// "2026-11").
struct Occasioned {
    const Case* of = nullptr;
    std::string period;
    InboxId mail;  // the mail it answers, for the thread and the daily cap; none for waits
};

void post(const Desk& desk, const LoadedProgram& program, const Surroundings& surroundings,
          const Letter& letter, const Occasioned& occasioned);

}
