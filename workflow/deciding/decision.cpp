// SPDX-License-Identifier: MIT
#include "workflow/deciding/decision.h"

namespace mentoring {

Decision begin(const Program& program, const Case& present, const Surroundings& surroundings, Instant now) {
    Decision decision{program, present, surroundings, now, present,         {}, {}, {},
                      {},      {},      {},           {},  Purpose::answer, {}, 0};
    decision.next.decisions += 1;
    return decision;
}

void journal(Decision& decision, std::string what) {
    decision.effects.emplace_back(JournalLine{std::move(what)});
}

std::string digits(std::int64_t number) {
    return std::to_string(number);
}

}
