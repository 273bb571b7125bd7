// SPDX-License-Identifier: MIT
#include "workflow/deciding/assent.h"

#include <algorithm>

#include "workflow/deciding/orders.h"
#include "workflow/deciding/passage.h"

namespace mentoring {

namespace {

bool complete(const All& all, const Pairing& pairing) {
    return std::all_of(all.roles.begin(), all.roles.end(),
                       [&](const std::string& role) { return pairing.confirmed.contains(role); });
}

}

void take_assent(Decision& decision, const Move& move) {
    const int number = move.visit.pairing;
    auto* pairing = pairing_numbered(decision.next, number);
    pairing->confirmed.insert(move.role);
    if (!complete(*move.all, *pairing)) {
        write_to(decision, move.visit, "status", decision.writer);
        return;
    }
    if (!move.all->outcome.empty())
        end_pairing(decision, number, move.all->outcome);
    else if (!move.all->target.empty())
        enter_pairing(decision, number, move.all->target);
    settle(decision);
    const auto visit = visit_of(decision.program, decision.next, number);
    order(decision, visit ? *visit : Visit{move.visit.state, number, decision.next.step}, move.all->letters);
}

}
