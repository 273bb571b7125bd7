// SPDX-License-Identifier: MIT
#include "workflow/deciding/due.h"

#include <algorithm>

#include "workflow/deciding/calendar.h"
#include "workflow/deciding/happenings.h"
#include "workflow/deciding/orders.h"
#include "workflow/deciding/passage.h"
#include "workflow/deciding/waits.h"

namespace mentoring {

namespace {

using std::chrono::sys_days;

constexpr Span look_again{5, Span::Unit::working_days};

void erase(Decision& decision, const WaitDue& due) {
    std::erase_if(decision.next.waits,
                  [&](const Wait& each) { return each.step == due.step && each.name == due.name; });
}

void postpone(Decision& decision, const WaitDue& due, Instant until) {
    if (auto* wait = find_wait(decision.next, due.step, due.name)) wait->due = until;
}

std::optional<Date> away_until(const Decision& decision, PersonId person) {
    const auto* found = person_on(decision.surroundings, person);
    if (!found || !found->away_until) return std::nullopt;
    const auto today = local_date(decision.surroundings.calendar, decision.now);
    return sys_days{*found->away_until} > sys_days{today} ? found->away_until : std::nullopt;
}

// When all who would be reminded are away: the morning the first of them is back.
std::optional<Instant> back(const Decision& decision, const std::vector<PersonId>& people) {
    std::optional<Date> first;
    for (const auto person : people) {
        const auto until = away_until(decision, person);
        if (!until) return std::nullopt;
        if (!first || sys_days{*until} < sys_days{*first}) first = until;
    }
    if (!first) return std::nullopt;
    return morning_of(decision.surroundings.calendar, Date{sys_days{*first} + std::chrono::days{1}});
}

bool in_danger(const Decision& decision, const std::vector<PersonId>& people) {
    return std::any_of(people.begin(), people.end(),
                       [&](PersonId person) { return decision.next.danger_rest.contains(person); });
}

bool to_owner(const LetterOrder& each) {
    return each.to.empty() || each.to == "owner" || each.to == "both";
}

// The first letter of a state that sends none on entry is no reminder, nor is one that was promised to
// somebody who is not waited for.
Cause cause_of(const Visit& visit, const AfterWait& row, const LetterOrder& each) {
    const bool asks_first =
        visit.state->enter.empty() && row.repeat == 1 && &row == &visit.state->after.front();
    return to_owner(each) && !asks_first ? Cause::reminder : Cause::event;
}

void again_or_never(Decision& decision, const AfterWait& row, const WaitDue& due) {
    auto* wait = find_wait(decision.next, due.step, due.name);
    if (wait->sent + 1 >= row.repeat) return erase(decision, due);
    wait->sent += 1;
    wait->due = after(decision.surroundings.calendar, decision.now, row.wait);
}

void mark_last(Decision& decision) {
    for (auto& effect : decision.effects)
        if (auto* letter = std::get_if<Letter>(&effect); letter && letter->unasked)
            letter->fields.flags["last"] = "yes";
}

void remind(Decision& decision, const Visit& visit, const AfterWait& row, const WaitDue& due) {
    const auto reminded = owners(decision.scene(), visit);
    if (std::any_of(row.letters.begin(), row.letters.end(), to_owner))
        if (const auto until = back(decision, reminded)) return postpone(decision, due, *until);
    if (std::any_of(row.letters.begin(), row.letters.end(), to_owner) && in_danger(decision, reminded))
        return postpone(decision, due, after(decision.surroundings.calendar, decision.now, look_again));
    decision.purpose = purpose_of(*visit.state);
    const bool last = find_wait(decision.next, due.step, due.name)->sent + 1 >= row.repeat;
    again_or_never(decision, row, due);
    for (const auto& each : row.letters) order(decision, visit, {each}, cause_of(visit, row, each));
    if (last && row.repeat > 1) mark_last(decision);
}

const Transition* transition_of(const State& state, const std::string& answer) {
    const auto found = std::find_if(state.on.begin(), state.on.end(),
                                    [&](const Transition& each) { return each.answer == answer; });
    return found == state.on.end() ? nullptr : &*found;
}

// Where silence leads: the wait's own words, and for what it does not say those of the answer it counts as.
struct Way {
    std::string target;
    std::string outcome;
    std::string case_target;
};

Way way_of(const Decision& decision, const Visit& visit, const AfterWait& row) {
    Way way{where_to(decision, row.target, row.once_paired), row.outcome, row.case_target};
    const auto* as = row.answer.empty() ? nullptr : transition_of(*visit.state, row.answer);
    if (!as) return way;
    if (way.target.empty()) way.target = as->target;
    if (way.outcome.empty()) way.outcome = as->outcome;
    if (way.case_target.empty()) way.case_target = as->case_target;
    return way;
}

void go_on(Decision& decision, const Visit& visit, const AfterWait& row) {
    const auto way = way_of(decision, visit, row);
    if (visit.pairing == 0)
        enter(decision, way.target);
    else if (!way.outcome.empty())
        end_pairing(decision, visit.pairing, way.outcome);
    else
        enter_pairing(decision, visit.pairing, way.target);
    if (!way.case_target.empty()) lead_case_on(decision, way.case_target);
    settle(decision);
    const auto present = visit_of(decision.program, decision.next, visit.pairing);
    order(decision, present ? *present : Visit{visit.state, visit.pairing, decision.next.step}, row.letters);
}

void fall_silent(Decision& decision, const Visit& visit, const AfterWait& row, const WaitDue& due) {
    const auto waited_for = owners(decision.scene(), visit);
    const auto& calendar = decision.surroundings.calendar;
    if (in_danger(decision, waited_for))
        return postpone(decision, due, after(calendar, decision.now, look_again));
    const bool of_silence = row.from == WaitFrom::entry;
    if (of_silence && visit.pairing != 0)
        if (const auto until = back(decision, waited_for))
            return postpone(decision, due, after(calendar, *until, look_again));
    erase(decision, due);
    if (row.owner.empty()) return go_on(decision, visit, row);
    hand_over(decision, visit, row);
}

bool wants_check_in(const Decision& decision, PersonId person, int sent) {
    const auto* found = person_on(decision.surroundings, person);
    if (!found || away_until(decision, person)) return false;
    if (found->mailings == Mailings::fewer) return sent % 2 == 0;
    return found->mailings == Mailings::all;
}

void check_in(Decision& decision, const Visit& visit, const WaitDue& due) {
    auto* wait = find_wait(decision.next, due.step, due.name);
    const int sent = wait->sent;
    wait->sent += 1;
    wait->due = next_check_in(decision.scene(), visit, decision.now, wait->sent);
    order(decision, visit, visit.state->cadence->letters, Cause::reminder);
    std::erase_if(decision.effects, [&](const Effect& effect) {
        const auto* letter = std::get_if<Letter>(&effect);
        return letter && letter->unasked && !wants_check_in(decision, letter->recipient, sent);
    });
}

void concern_unanswered(Decision& decision, const WaitDue& due) {
    erase(decision, due);
    decision.purpose = Purpose::concern;
    order(decision,
          Visit{state_named(decision.program, Scope::of_case, decision.next.state), 0, decision.next.step},
          decision.program.concern.letters);
}

// Whoever stands in is another person than the one who was silent.
std::string next_office(const Decision& decision, const Visit& visit, std::string office) {
    const auto silent = owners(decision.scene(), visit);
    for (std::size_t i = 0; i < decision.program.offices.size(); ++i) {
        const auto acting = acting_for(decision.scene(), office);
        const bool same = std::find(silent.begin(), silent.end(), acting.person) != silent.end();
        const auto* rule = office_named(decision.program, acting.office);
        if (!same || !rule || rule->deputy.empty()) return office;
        office = rule->deputy;
    }
    return office;
}

}

void hand_over(Decision& decision, const Visit& visit, const AfterWait& row) {
    const auto office = next_office(decision, visit, row.owner);
    if (auto* pairing = pairing_numbered(decision.next, visit.pairing))
        pairing->owner = office;
    else
        decision.next.owner = office;
    journal(decision, "owner " + office + " of " + visit.state->name);
    order(decision, visit, row.letters);
    order_for_successor(decision, visit);
}

void hand_over_while_away(Decision& decision, PersonId away, Date until) {
    const auto back_at = morning_of(decision.surroundings.calendar, until);
    for (const auto& visit : visits(decision.program, decision.next)) {
        const auto own = owners(decision.scene(), visit);
        if (std::find(own.begin(), own.end(), away) == own.end()) continue;
        for (const auto& wait : std::vector<Wait>(decision.next.waits)) {
            const auto* row = wait.step == visit.step ? row_of(*visit.state, wait.name) : nullptr;
            if (!row || row->owner.empty() || wait.due > back_at) continue;
            erase(decision, WaitDue{wait.step, wait.name});
            hand_over(decision, visit, *row);
        }
    }
}

void fall_due(Decision& decision, const WaitDue& due) {
    const auto* wait = find_wait(decision.next, due.step, due.name);
    if (due.name == danger_wait) return ask_whether_to_go_on(decision, due);
    if (due.step == 0) return concern_unanswered(decision, due);
    const auto visit = visit_at(decision.program, decision.next, due.step);
    if (!visit) return erase(decision, due);
    make_up_for_outage(decision, Wait(*wait));
    if (due.name == cadence_wait) return check_in(decision, *visit, due);
    if (due.name == entry_wait) {
        erase(decision, due);
        return order_for_successor(decision, *visit);
    }
    const auto* row = row_of(*visit->state, due.name);
    if (!row) return erase(decision, due);
    if (decisive(*row)) return fall_silent(decision, *visit, *row, due);
    remind(decision, *visit, *row, due);
}

}
