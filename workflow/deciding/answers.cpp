// SPDX-License-Identifier: MIT
#include "workflow/deciding/answers.h"

#include <algorithm>

#include "workflow/deciding/assent.h"
#include "workflow/deciding/calendar.h"
#include "workflow/deciding/doings.h"
#include "workflow/deciding/forms.h"
#include "workflow/deciding/matching.h"
#include "workflow/deciding/orders.h"
#include "workflow/deciding/passage.h"

namespace mentoring {

namespace {

using Doubt = std::optional<std::string>;
using std::chrono::sys_days;

constexpr std::size_t mentors_at_once_max = 10;
constexpr std::size_t pairings_max = 100;
constexpr std::size_t told_max = 200;

std::string name_of(const Decision& decision, PersonId id) {
    const auto* person = person_on(decision.surroundings, id);
    return person ? person->name : "this person";
}

Doubt unfit_mentors(const Decision& decision) {
    const auto& mentors = decision.said->arguments.mentors;
    if (mentors.empty()) return "whom you mean";
    if (mentors.size() > mentors_at_once_max) return "too many names at once";
    if (decision.next.pairings.size() + mentors.size() > pairings_max)
        return "too many mentors were asked in this case already";
    for (auto each = mentors.begin(); each != mentors.end(); ++each) {
        if (std::find(mentors.begin(), each, *each) != each)
            return name_of(decision, *each) + " is named twice";
        if (const auto why = obstacle(decision.scene(), *each)) return name_of(decision, *each) + " " + *why;
    }
    return std::nullopt;
}

Doubt unfit_day(const Decision& decision) {
    const auto& day = decision.said->arguments.date;
    const auto today = local_date(decision.surroundings.calendar, decision.now);
    if (day && sys_days{*day} <= sys_days{today}) return "the day is past";
    return std::nullopt;
}

// Whether the answer brings what its transition takes.
Doubt unfit(const Decision& decision, const Transition& on) {
    if (on.takes == Takes::mentors) return unfit_mentors(decision);
    if (on.takes == Takes::text && decision.said->arguments.text.empty()) return "the words are missing";
    if (on.takes == Takes::date && on.does == Doing::nothing) return unfit_day(decision);
    return std::nullopt;
}

void note_told(Decision& decision, int step) {
    auto& told = decision.next.told;
    if (told.size() >= told_max) told.erase(told.begin());
    told.push_back({step, decision.writer_role, decision.said->intent, decision.now, decision.writer});
}

void keep_words(Decision& decision, const Move& move) {
    const auto& text = decision.said->arguments.text;
    if (move.on->keep.empty() || text.empty()) return;
    auto* pairing = pairing_numbered(decision.next, move.visit.pairing);
    auto& kept = pairing ? pairing->words : decision.next.words;
    kept[move.on->keep] = bounded({text, decision.writer, move.on->readers});
}

// PASS: the office is excused from this case, its deputy acts from now on.
Doubt pass_on(Decision& decision, const Move& move) {
    if (move.on->owner.empty()) return std::nullopt;
    auto& excused = decision.next.excused;
    std::vector<std::string> passing = move.on->by;
    passing.push_back(owner_role(decision.scene(), move.visit));
    for (const auto& office : passing)
        if (acting_for(decision.scene_before(), office).person == decision.writer)
            excused.insert(acting_for(decision.scene_before(), office).office);
    if (owners(decision.scene(), move.visit).empty()) {
        excused = decision.present.excused;
        return "nobody else can take it over";
    }
    for (const auto& other : visits(decision.program, decision.next))
        if (other.step != move.visit.step &&
            owners(decision.scene(), other) != owners(decision.scene_before(), other))
            decision.entered.push_back(other);
    return std::nullopt;
}

void turn_down(Decision& decision, const Move& move) {
    decision.said.reset();
    end_pairing(decision, move.visit.pairing, outcome_full);
    for (const auto& state : decision.program.states)
        if (state.each && state.each->role == move.role)
            order(decision, move.visit, state.each->full_letters);
    settle(decision);
}

Visit visit_after(const Decision& decision, const Move& move) {
    if (const auto visit = visit_of(decision.program, decision.next, move.visit.pairing)) return *visit;
    return {move.visit.state, move.visit.pairing, decision.next.step};
}

void note_proposal(Decision& decision, const Move& move) {
    auto* pairing = pairing_numbered(decision.next, move.visit.pairing);
    const auto visit = visit_of(decision.program, decision.next, move.visit.pairing);
    if (!pairing || !visit || !visit->state->all) return;
    const auto& roles = visit->state->all->roles;
    if (std::find(roles.begin(), roles.end(), move.role) == roles.end()) return;
    pairing->confirmed = {move.role};
    pairing->proposed_by = move.role;
}

void move_pairing(Decision& decision, const Move& move) {
    const int number = move.visit.pairing;
    auto* pairing = pairing_numbered(decision.next, number);
    if (!move.on->becomes.empty()) pairing->role = move.on->becomes;
    if (move.on->does == Doing::accept) pairing->accepted = decision.now;
    const auto& waiver = move.visit.state->waiver;
    if (waiver && waiver->target == move.on->target) pairing->known = true;
    if (move.on->takes == Takes::date) pairing->given = decision.said->arguments.date;
    if (!move.on->outcome.empty())
        end_pairing(decision, number, move.on->outcome);
    else if (!move.on->target.empty())
        enter_pairing(decision, number, move.on->target);
    note_proposal(decision, move);
    if (!move.on->case_target.empty()) lead_case_on(decision, move.on->case_target);
}

void move_case(Decision& decision, const Move& move) {
    if (move.on->target.empty()) return;
    const auto target = where_to(decision, move.on->target, move.on->once_paired);
    const auto& said = decision.said->arguments;
    enter(decision, target);
    const auto* state = state_named(decision.program, Scope::of_case, target);
    if (move.on->takes == Takes::mentors && state->each) invite(decision, *state, said.mentors, said.order);
}

void take_transition(Decision& decision, const Move& move) {
    if (const auto doubt = unfit(decision, *move.on)) return ask_back(decision, move.visit, *doubt);
    const bool accepts = move.on->does == Doing::accept;
    if (accepts && obstacle_to_yes(decision.scene(), decision.writer)) return turn_down(decision, move);
    if (const auto doubt = act(decision, move)) return ask_back(decision, move.visit, *doubt);
    if (const auto doubt = pass_on(decision, move)) return ask_back(decision, move.visit, *doubt);
    keep_words(decision, move);
    note_told(decision, move.visit.step);
    if (move.visit.pairing != 0)
        move_pairing(decision, move);
    else
        move_case(decision, move);
    settle(decision);
    const bool anew = move.on->does == Doing::wishes && ask_anew_while_resting(decision);
    order(decision, visit_after(decision, move), move.on->letters, Cause::event,
          anew ? Precedence::gives_way : Precedence::ordered);
}

void challenge(Decision& decision, const Move& move) {
    decision.next.unproven = Unproven{move.visit.step, decision.writer, move.role,
                                      *decision.said,  decision.mail,   decision.now + challenge_open};
    auto& letter = write_to(decision, move.visit, "challenge", decision.writer);
    letter.purpose = Purpose::challenge;
    letter.choices = {{"yes", Takes::nothing, true, false}, {"no", Takes::nothing, false, true}};
}

void tell_what_was_decided(Decision& decision, int step) {
    write_to(decision, Visit{nullptr, 0, step}, "past-step", decision.writer);
}

bool names(const Answer& answer, PersonId person) {
    const auto& said = answer.arguments;
    return said.person == person ||
           std::find(said.mentors.begin(), said.mentors.end(), person) != said.mentors.end();
}

// With several pairings the one whose mentor she names.
void narrow(std::vector<Move>& moves, const Decision& decision) {
    if (moves.size() < 2) return;
    std::vector<Move> meant;
    for (const auto& move : moves) {
        const auto* pairing = pairing_numbered(decision.next, move.visit.pairing);
        if (pairing && names(*decision.said, pairing->mentor)) meant.push_back(move);
    }
    if (meant.size() == 1) moves = meant;
}

std::vector<Move> moves_meant(const Decision& decision, int step) {
    const auto scene = decision.scene();
    const auto& intent = decision.said->intent;
    const auto other = [&](const Move& move) { return move.choice.intent != intent; };
    auto moves = moves_for(scene, decision.writer, step);
    std::erase_if(moves, other);
    const bool of_case = !moves.empty() && moves.front().visit.pairing == 0;
    if (of_case) moves.resize(1);
    narrow(moves, decision);
    if (!moves.empty()) return moves;
    moves = moves_anywhere(scene, decision.writer);
    std::erase_if(moves, other);
    return moves;
}

// Only a token of the present visit vouches for what she saw when she answered; what may be said at any time
// is not about a visit.
bool said_at_any_time(const Program& program, const Move& move) {
    return std::any_of(program.anywhere.begin(), program.anywhere.end(),
                       [&](const Transition& each) { return &each == move.on; });
}

Visit visit_asked(const Decision& decision, int step) {
    if (const auto found = find_visit(decision.program, decision.next, step)) return found->visit;
    return {nullptr, 0, decision.next.step};
}

// Somebody wrote in her name: nothing happens, and a human hears of it.
void drop_unproven(Decision& decision, int step) {
    decision.said.reset();
    write_to(decision, Visit{nullptr, 0, step}, "undone", decision.writer);
    journal(decision, "challenge denied by " + digits(decision.writer.value));
    const auto manager = acting_for(decision.scene(), "manager").person;
    if (manager == PersonId{} || manager == decision.writer) return;
    auto& letter = write_to(decision, Visit{nullptr, 0, decision.next.step}, "answer-denied", manager);
    letter.role = "manager";
}

}

void ask_back(Decision& decision, const Visit& visit, const std::string& doubt) {
    decision.said->clarity = Clarity::unclear;
    if (decision.said->doubt.empty()) decision.said->doubt = doubt;
    write_to(decision, visit, "unclear", decision.writer);
}

void take_move(Decision& decision, const Move& move) {
    decision.writer_role = move.role;
    const bool strong = move.on && move.on->proof == Proof::strong;
    if (strong && decision.proof != Proof::strong) {
        if (const auto doubt = unfit(decision, *move.on)) return ask_back(decision, move.visit, *doubt);
        return challenge(decision, move);
    }
    if (move.on) return take_transition(decision, move);
    note_told(decision, move.visit.step);
    if (move.all) return take_assent(decision, move);
    take_form(decision, move);
}

void take(Decision& decision, const Answered& answered) {
    decision.said = answered.answer;
    decision.writer = answered.by;
    const auto roles = roles_of(decision.scene(), answered.by);
    decision.writer_role = answered.role.empty() && !roles.empty() ? roles.front() : answered.role;
    decision.proof = answered.proof;
    decision.mail = answered.mail;
    const auto scene = decision.scene();
    if (!had_part(scene, answered.by) && roles.empty()) {
        write_to(decision, Visit{}, "not-your-case", answered.by);
        return;
    }
    const auto found = find_visit(decision.program, decision.next, answered.step);
    const bool past = answered.step != 0 && !found;
    const bool clear = answered.answer.clarity == Clarity::clear;
    const auto moves = clear ? moves_meant(decision, answered.step) : std::vector<Move>{};
    const bool vouched = found && found->freshness == Freshness::present;
    if (moves.size() == 1 && !vouched && !said_at_any_time(decision.program, moves.front()))
        decision.proof = std::min(decision.proof, Proof::ordinary);
    if (moves.size() == 1) return take_move(decision, moves.front());
    if (past || (moves.empty() && roles.empty())) return tell_what_was_decided(decision, answered.step);
    ask_back(decision, visit_asked(decision, answered.step),
             moves.empty() ? "this cannot be answered now" : "which of them you mean");
}

void take(Decision& decision, const Confirmed& confirmed) {
    decision.writer = confirmed.by;
    const auto kept = decision.next.unproven;
    const bool open =
        kept && kept->step == confirmed.step && kept->by == confirmed.by && decision.now < kept->until;
    if (!open) return tell_what_was_decided(decision, confirmed.step);
    decision.next.unproven.reset();
    decision.said = kept->answer;
    decision.writer_role = kept->role;
    decision.mail = kept->mail;
    decision.proof = Proof::strong;
    if (!confirmed.yes) return drop_unproven(decision, confirmed.step);
    const auto moves = moves_meant(decision, confirmed.step);
    if (moves.size() == 1) return take_move(decision, moves.front());
    tell_what_was_decided(decision, confirmed.step);
}

}
