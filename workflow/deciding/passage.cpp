// SPDX-License-Identifier: MIT
#include "workflow/deciding/passage.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "workflow/deciding/matching.h"
#include "workflow/deciding/orders.h"
#include "workflow/deciding/waits.h"

namespace mentoring {

namespace {

constexpr int settling_rounds_max = 8;
constexpr std::size_t past_visits_max = 200;

// Letters to those who were waited for and that have not gone yet would ask for what is over.
void leave(Decision& decision, const Visit& visit) {
    drop_waits(decision.next, visit.step);
    for (const auto person : owners(decision.scene_before(), visit))
        decision.effects.emplace_back(StopLetters{person, 0, visit.step});
    auto& past = decision.next.past;
    if (past.size() >= past_visits_max) past.erase(past.begin());
    past.push_back({visit.step, visit.pairing, visit.state->name});
}

bool names_mentors(const State& state) {
    return std::any_of(state.on.begin(), state.on.end(),
                       [](const Transition& each) { return each.takes == Takes::mentors; });
}

void suggest(Decision& decision) {
    decision.next.suggested.clear();
    for (const auto& each : suggestions(decision.scene())) decision.next.suggested.push_back(each.mentor);
}

bool is_asked(const Each& each, const Pairing& pairing) {
    return running(pairing) && !pairing.accepted && pairing.role == each.role;
}

bool is_next_in_turn(const Pairing& pairing) {
    return pairing.step == 0 && pairing.outcome.empty();
}

int count_asked(const Each& each, const Case& of) {
    return static_cast<int>(std::count_if(of.pairings.begin(), of.pairings.end(),
                                          [&](const Pairing& pairing) { return is_asked(each, pairing); }));
}

bool somebody_accepted(const Case& of) {
    return std::any_of(of.pairings.begin(), of.pairings.end(),
                       [&](const Pairing& each) { return accepted(each) && each.number >= of.invited_from; });
}

// The entry letters of a visit have not left the house yet.
bool still_rests(const Decision& decision, const Visit& visit, Instant entered) {
    return std::any_of(visit.state->enter.begin(), visit.state->enter.end(), [&](const LetterOrder& each) {
        return each.rest && each.rest->unit == Span::Unit::minutes &&
               decision.now < entered + std::chrono::minutes{each.rest->amount};
    });
}

void take_back(Decision& decision, const Each& each, int number) {
    const auto visit = visit_of(decision.program, decision.next, number);
    const bool rests = visit && still_rests(decision, *visit, pairing_numbered(decision.next, number)->since);
    end_pairing(decision, number, outcome_withdrawn);
    if (visit && !rests) order(decision, *visit, each.sibling_letters);
}

void take_back_siblings(Decision& decision, const Each& each) {
    std::vector<int> numbers;
    for (const auto& pairing : decision.next.pairings)
        if (is_asked(each, pairing)) numbers.push_back(pairing.number);
    for (const int number : numbers) take_back(decision, each, number);
    for (auto& pairing : decision.next.pairings)
        if (is_next_in_turn(pairing)) pairing.outcome = outcome_not_asked;
}

void ask_next_in_turn(Decision& decision, const Each& each) {
    for (const auto& pairing : decision.next.pairings)
        if (is_next_in_turn(pairing)) return enter_pairing(decision, pairing.number, each.pairing_state);
}

bool ends_at_first_yes(const Decision& decision, const Each& each) {
    return each.first || decision.next.order != InvitationOrder::together;
}

// As seen from the state that was entered just now.
void order_of_case(Decision& decision, const std::vector<LetterOrder>& letters) {
    if (const auto visit = visit_of(decision.program, decision.next, 0))
        order(decision, *visit, letters, Cause::event, Precedence::gives_way);
}

bool settle_each(Decision& decision, const State& state) {
    const auto& each = *state.each;
    const bool yes = somebody_accepted(decision.next);
    if (yes && ends_at_first_yes(decision, each)) take_back_siblings(decision, each);
    if (count_asked(each, decision.next) > 0) return false;
    if (!yes) ask_next_in_turn(decision, each);
    if (count_asked(each, decision.next) > 0) return false;
    enter(decision, yes ? each.enough : each.exhausted);
    order_of_case(decision, yes ? each.enough_letters : each.exhausted_letters);
    return true;
}

bool settle_running(Decision& decision, const State& state) {
    const bool runs = std::any_of(decision.next.pairings.begin(), decision.next.pairings.end(),
                                  [](const Pairing& each) { return running(each); });
    if (runs) return false;
    const auto* last = pairing_numbered(decision.next, decision.ended);
    const auto& ended = state.running->ended;
    auto way = ended.find(last ? last->outcome : "none");
    if (way == ended.end()) way = ended.find("");
    if (way == ended.end()) way = ended.begin();
    assert(way != ended.end());
    const auto letters = state.running->letters.find(way->first);
    enter(decision, way->second);
    if (letters != state.running->letters.end()) order_of_case(decision, letters->second);
    return true;
}

// Who was only asked is thanked; who is paired hears it by the letter of the answer that ended it.
void end_all_pairings(Decision& decision) {
    std::vector<int> asked, paired;
    for (const auto& each : decision.next.pairings)
        if (each.outcome.empty()) (each.accepted ? paired : asked).push_back(each.number);
    for (const int number : asked) take_back_invitation(decision, number);
    for (const int number : paired) end_pairing(decision, number, outcome_withdrawn);
}

}

void enter(Decision& decision, const std::string& name) {
    auto& next = decision.next;
    const auto* state = state_named(decision.program, Scope::of_case, name);
    assert(state);
    if (const auto visit = visit_of(decision.program, next, 0); visit && next.step > 0)
        leave(decision, *visit);
    if (state->final) end_all_pairings(decision);
    next.state = name;
    next.step = ++next.steps;
    next.since = decision.now;
    next.owner.clear();
    const Visit visit{state, 0, next.step};
    if (names_mentors(*state)) suggest(decision);
    set_waits(decision, visit);
    decision.entered.push_back(visit);
}

void enter_pairing(Decision& decision, int number, const std::string& name) {
    const auto* state = state_named(decision.program, Scope::of_pairing, name);
    auto* pairing = pairing_numbered(decision.next, number);
    assert(state && pairing);
    if (state->waiver && decision.next.anyone_is_fine) {
        pairing->known = true;
        return enter_pairing(decision, number, state->waiver->target);
    }
    if (const auto visit = visit_of(decision.program, decision.next, number)) leave(decision, *visit);
    pairing->state = name;
    pairing->step = ++decision.next.steps;
    pairing->since = decision.now;
    pairing->owner.clear();
    pairing->confirmed.clear();
    const Visit visit{state, number, pairing->step};
    set_waits(decision, visit);
    decision.entered.push_back(visit);
}

void end_pairing(Decision& decision, int number, const std::string& outcome) {
    auto* pairing = pairing_numbered(decision.next, number);
    assert(pairing);
    if (const auto visit = visit_of(decision.program, decision.next, number)) leave(decision, *visit);
    pairing->outcome = outcome;
    pairing->state = "ended";
    pairing->since = decision.now;
    decision.ended = number;
}

void invite(Decision& decision, const State& into, const std::vector<PersonId>& mentors,
            InvitationOrder order_of_asking) {
    assert(into.each);
    auto& next = decision.next;
    next.order = order_of_asking;
    next.invited_from = static_cast<int>(next.pairings.size()) + 1;
    int turn = 0;
    std::vector<int> numbers;
    for (const auto mentor : mentors) {
        Pairing pairing;
        pairing.number = static_cast<int>(next.pairings.size()) + 1;
        pairing.mentor = mentor;
        pairing.role = into.each->role;
        pairing.turn = order_of_asking == InvitationOrder::in_turn ? ++turn : 0;
        next.pairings.push_back(pairing);
        numbers.push_back(pairing.number);
    }
    if (order_of_asking == InvitationOrder::in_turn) numbers.resize(1);
    for (const int number : numbers) enter_pairing(decision, number, into.each->pairing_state);
}

void take_back_invitation(Decision& decision, int number) {
    const auto* pairing = pairing_numbered(decision.next, number);
    for (const auto& state : decision.program.states)
        if (state.each && state.each->role == pairing->role) return take_back(decision, *state.each, number);
    end_pairing(decision, number, outcome_withdrawn);
}

void settle(Decision& decision) {
    for (int round = 0; round < settling_rounds_max; ++round) {
        const auto visit = visit_of(decision.program, decision.next, 0);
        if (!visit) return;
        const bool moved = visit->state->each      ? settle_each(decision, *visit->state)
                           : visit->state->running ? settle_running(decision, *visit->state)
                                                   : false;
        if (!moved) return;
    }
}

void lead_case_on(Decision& decision, const std::string& target) {
    const auto visit = visit_of(decision.program, decision.next, 0);
    if (!visit || !visit->state->running) return;
    const auto& letters = visit->state->running->letters;
    const auto* last = pairing_numbered(decision.next, decision.ended);
    auto found = letters.find(last ? last->outcome : "");
    if (found == letters.end()) found = letters.find("");
    enter(decision, target);
    if (found != letters.end()) order_of_case(decision, found->second);
}

bool ask_anew_while_resting(Decision& decision) {
    const auto visit = visit_of(decision.program, decision.next, 0);
    if (!visit || !names_mentors(*visit->state) || !still_rests(decision, *visit, decision.next.since))
        return false;
    for (const auto person : owners(decision.scene(), *visit))
        decision.effects.emplace_back(StopLetters{person, 0, visit->step});
    suggest(decision);
    decision.entered.push_back(*visit);
    order_entry_letters(decision);
    return true;
}

void order_entry_letters(Decision& decision) {
    for (const auto& visit : decision.entered) {
        const auto present = visit_of(decision.program, decision.next, visit.pairing);
        if (!present || present->step != visit.step) continue;
        make_room_for_entry(decision, visit);
        const auto purpose = std::exchange(decision.purpose, purpose_of(*visit.state));
        order(decision, visit, visit.state->enter, Cause::event, Precedence::gives_way);
        decision.purpose = purpose;
    }
    decision.entered.clear();
    tell_back_what_rests(decision);
}

std::string where_to(const Decision& decision, const std::string& target, const std::string& once_paired) {
    const bool paired = std::any_of(decision.next.pairings.begin(), decision.next.pairings.end(),
                                    [](const Pairing& each) { return each.accepted.has_value(); });
    return paired && !once_paired.empty() ? once_paired : target;
}

}
