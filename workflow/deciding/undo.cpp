// SPDX-License-Identifier: MIT
#include "workflow/deciding/undo.h"

#include <algorithm>

#include "workflow/deciding/advance.h"
#include "workflow/deciding/moves.h"
#include "workflow/deciding/orders.h"

namespace mentoring {

namespace {

bool may_undo(const Decision& decision, PersonId by) {
    const auto& resting = decision.present.resting;
    return resting && resting->by == by && decision.now < resting->until && !decision.present.before.empty();
}

bool says_undo(const Decision& decision, const Answered& answered) {
    if (answered.answer.clarity != Clarity::clear) return false;
    const auto undoes = [&](const Transition& on) {
        return on.does == Doing::undo && on.answer == answered.answer.intent;
    };
    const auto& anywhere = decision.program.anywhere;
    if (std::none_of(anywhere.begin(), anywhere.end(), undoes)) return false;
    // By her answer she may have left the case: what still rests she takes back all the same.
    if (may_undo(decision, answered.by)) return true;
    const auto moves = moves_anywhere(decision.scene(), answered.by);
    return std::any_of(moves.begin(), moves.end(), [&](const Move& move) { return undoes(*move.on); });
}

int last_step_of(const Case& of, PersonId by) {
    const auto last =
        std::find_if(of.told.rbegin(), of.told.rend(), [&](const Told& each) { return each.by == by; });
    return last == of.told.rend() ? of.step : last->step;
}

void go_back(Decision& decision) {
    const auto counted = decision.next;
    decision.effects.emplace_back(StopLetters{std::nullopt, counted.resting->decision, 0});
    decision.next = counted.before.front();
    decision.next.decisions = counted.decisions;
    decision.next.steps = counted.steps;
    decision.next.past = counted.past;
    std::erase_if(decision.next.past, [&](const PastVisit& each) {
        return visit_at(decision.program, decision.next, each.step).has_value();
    });
    journal(decision, "undone decision " + digits(counted.resting->decision));
}

// A person's decision whose letters rest: until when, 0 where none does.
Instant resting_until(const Decision& decision) {
    Instant until = decision.now;
    for (const auto& effect : decision.effects)
        if (const auto* letter = std::get_if<Letter>(&effect); letter && letter->rest.count() > 0)
            until = std::max(until, decision.now + letter->rest);
    return until;
}

bool by_a_person(const Event& event) {
    return std::holds_alternative<Answered>(event) || std::holds_alternative<Confirmed>(event);
}

}

bool take_undo(Decision& decision, const Event& event) {
    const auto* answered = std::get_if<Answered>(&event);
    if (!answered || !says_undo(decision, *answered)) return false;
    decision.writer = answered->by;
    decision.writer_role = answered->role;
    decision.said = answered->answer;
    if (!may_undo(decision, answered->by)) {
        write_to(decision, Visit{nullptr, 0, last_step_of(decision.next, answered->by)}, "past-step",
                 answered->by);
        return true;
    }
    go_back(decision);
    const auto visit = visit_of(decision.program, decision.next, 0);
    write_to(decision, visit ? *visit : Visit{}, "undone", answered->by);
    return true;
}

void keep_for_undo(Decision& decision, const Event& event) {
    auto& next = decision.next;
    const auto until = resting_until(decision);
    if (by_a_person(event) && until > decision.now) {
        next.resting = Resting{decision.writer, next.decisions, until};
        next.before = {decision.present};
        next.before.front().before.clear();
        next.before.front().resting.reset();
        return;
    }
    const bool over = final(decision.program, next) && !final(decision.program, decision.present);
    const bool rests = !over && next.resting && decision.now < next.resting->until && !next.before.empty();
    if (!rests) {
        next.resting.reset();
        next.before.clear();
        return;
    }
    auto meanwhile =
        advance(decision.program, next.before.front(), decision.surroundings, event, decision.now);
    meanwhile.next.before.clear();
    meanwhile.next.resting.reset();
    next.before = {std::move(meanwhile.next)};
}

}
