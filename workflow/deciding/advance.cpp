// SPDX-License-Identifier: MIT
#include "workflow/deciding/advance.h"

#include "workflow/deciding/answers.h"
#include "workflow/deciding/due.h"
#include "workflow/deciding/happenings.h"
#include "workflow/deciding/orders.h"
#include "workflow/deciding/passage.h"
#include "workflow/deciding/undo.h"
#include "workflow/deciding/waits.h"

namespace mentoring {

namespace {

template <typename... Arms>
struct Arms_of : Arms... {
    using Arms::operator()...;
};
template <typename... Arms>
Arms_of(Arms...) -> Arms_of<Arms...>;

// Machines never move a case, and a wait that was dropped or put off is not due.
bool moves_nothing(const Case& present, const Event& event, Instant now) {
    if (const auto* answered = std::get_if<Answered>(&event))
        return answered->answer.clarity == Clarity::automatic;
    if (const auto* due = std::get_if<WaitDue>(&event)) {
        for (const auto& each : present.waits)
            if (each.step == due->step && each.name == due->name) return each.due > now;
        return true;
    }
    const auto* seen = std::get_if<DangerSeen>(&event);
    return seen && seen->danger == Danger::none;
}

void take(Decision& decision, const Event& event) {
    std::visit(Arms_of{[&](const Opened& each) { open(decision, each); },
                       [&](const Answered& each) { take(decision, each); },
                       [&](const Confirmed& each) { take(decision, each); },
                       [&](const WaitDue& each) { fall_due(decision, each); },
                       [&](const LetterBounced& each) { take_bounce(decision, each); },
                       [&](const MachineAnswered& each) { take_machine(decision, each); },
                       [&](const DangerSeen& each) { take_danger(decision, each); },
                       [&](const PersonGone& each) { take_gone(decision, each); },
                       [&](const OfficeChanged& each) { take_office(decision, each); },
                       [&](const Moved& each) { move_by_hand(decision, each); }},
               event);
}

// The roster may not know yet that she is gone; from this moment nobody writes to her.
Surroundings without(const Surroundings& surroundings, PersonId gone) {
    auto changed = surroundings;
    if (const auto found = changed.people.find(gone); found != changed.people.end())
        found->second.standing = Standing::gone;
    return changed;
}

Step decide(const Program& program, const Case& present, const Surroundings& surroundings, const Event& event,
            Instant now) {
    auto decision = begin(program, present, surroundings, now);
    if (!take_undo(decision, event)) take(decision, event);
    order_entry_letters(decision);
    keep_for_undo(decision, event);
    complete_letters(decision);
    return {std::move(decision.next), std::move(decision.effects)};
}

}

Step advance(const Program& program, const Case& present, const Surroundings& surroundings,
             const Event& event, Instant now) {
    if (moves_nothing(present, event, now)) return {present, {}};
    if (const auto* gone = std::get_if<PersonGone>(&event))
        return decide(program, present, without(surroundings, gone->person), event, now);
    return decide(program, present, surroundings, event, now);
}

}
