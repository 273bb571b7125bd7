// SPDX-License-Identifier: MIT
#include "workflow/deciding/happenings.h"

#include <algorithm>

#include "workflow/deciding/calendar.h"
#include "workflow/deciding/due.h"
#include "workflow/deciding/orders.h"
#include "workflow/deciding/passage.h"
#include "workflow/deciding/waits.h"

namespace mentoring {

namespace {

const Opening* opening_named(const Program& program, const std::string& name) {
    const auto found = std::find_if(program.openings.begin(), program.openings.end(),
                                    [&](const Opening& each) { return each.name == name; });
    return found == program.openings.end() ? nullptr : &*found;
}

Visit case_visit(const Decision& decision) {
    const auto visit = visit_of(decision.program, decision.next, 0);
    return visit ? *visit : Visit{nullptr, 0, decision.next.step};
}

// A letter about a person to whoever holds that office.
void tell(Decision& decision, const std::string& letter, const std::string& office, PersonId about) {
    const auto person = acting_for(decision.scene(), office).person;
    if (person == PersonId{} || person == about) return;
    auto& written = write_to(decision, case_visit(decision), letter, person);
    written.role = office;
    written.about = about;
    written.pace = Pace::at_once;
}

// Danger goes before parties and deputies: the letter holds no words. Somebody always hears of it.
std::vector<std::pair<std::string, PersonId>> alarmed(const Decision& decision, PersonId about) {
    const auto today = local_date(decision.surroundings.calendar, decision.now);
    std::vector<std::pair<std::string, PersonId>> found;
    const auto add = [&](const std::string& office) {
        const auto person = holder_of(decision.surroundings.offices, office, today);
        const bool known =
            std::any_of(found.begin(), found.end(), [&](const auto& each) { return each.second == person; });
        if (person != about && !known && active(decision.surroundings, person))
            found.emplace_back(office, person);
    };
    for (const auto& office : decision.program.alarm) add(office);
    if (found.empty())
        for (const auto& office : decision.program.offices) add(office.name);
    return found;
}

void write_to_alarmed(Decision& decision, PersonId about, const std::string& letter, Pace pace) {
    for (const auto& [office, person] : alarmed(decision, about)) {
        auto& written = write_to(decision, case_visit(decision), letter, person);
        written.role = office;
        written.about = about;
        written.pace = pace;
    }
}

// What rests because of danger is somebody's to begin again: she is asked until she says so.
void wait_for_go_on(Decision& decision) {
    if (final(decision.program, decision.next) || find_wait(decision.next, 0, danger_wait)) return;
    const auto due = after(decision.surroundings.calendar, decision.now, danger_asked_first);
    decision.next.waits.push_back({0, std::string(danger_wait), due, 0});
}

bool owns(const Decision& decision, const Visit& visit, PersonId person) {
    const auto own = owners(decision.scene(), visit);
    return std::find(own.begin(), own.end(), person) != own.end();
}

// The first wait of the visit that hands it on or ends it.
const AfterWait* way_out(const State& state) {
    const auto found = std::find_if(state.after.begin(), state.after.end(), [](const AfterWait& row) {
        return decisive(row) && row.from == WaitFrom::entry;
    });
    return found == state.after.end() ? nullptr : &*found;
}

std::string name_of_row(const State& state, const AfterWait& row) {
    return "after " + std::to_string(&row - state.after.data());
}

// Whoever was never reached is not waited for: what silence would bring comes at once.
void stop_waiting_for(Decision& decision, const Visit& visit) {
    const auto* row = way_out(*visit.state);
    if (!row) return;
    const WaitDue due{visit.step, name_of_row(*visit.state, *row)};
    if (find_wait(decision.next, due.step, due.name)) fall_due(decision, due);
}

void mentee_gone(Decision& decision) {
    const auto& rule = decision.program.mentee_gone;
    std::vector<int> running_ones;
    for (const auto& each : decision.next.pairings)
        if (each.outcome.empty()) running_ones.push_back(each.number);
    for (const int number : running_ones) end_pairing(decision, number, outcome_gone);
    order(decision, case_visit(decision), rule.letters);
    if (!rule.target.empty() && !final(decision.program, decision.next)) enter(decision, rule.target);
}

void mentor_gone(Decision& decision, int number) {
    const auto& rule = decision.program.mentor_gone;
    const bool paired = accepted(*pairing_numbered(decision.next, number));
    end_pairing(decision, number, outcome_gone);
    const auto visit = visit_of(decision.program, decision.next, 0);
    if (paired && !rule.target.empty() && visit && visit->state->running) enter(decision, rule.target);
    settle(decision);
    if (paired) order(decision, case_visit(decision), rule.letters);
}

// What waited for her as the holder of an office waits for whoever stands in now.
void hand_to_successors(Decision& decision, PersonId gone) {
    const auto today = local_date(decision.surroundings.calendar, decision.now);
    for (const auto& visit : visits(decision.program, decision.next)) {
        const auto office = owner_role(decision.scene(), visit);
        if (holder_of(decision.surroundings.offices, office, today) == gone)
            order_for_successor(decision, visit);
    }
}

bool takes_no_mentees(const Decision& decision, const std::string& office) {
    const auto* rule = office_named(decision.program, office);
    return rule && !rule->mentors;
}

void tell_mentor_in_office(Decision& decision, const std::string& office) {
    const auto today = local_date(decision.surroundings.calendar, decision.now);
    const auto holder = holder_of(decision.surroundings.offices, office, today);
    for (const auto& each : decision.next.pairings)
        if (each.mentor == holder && accepted(each))
            write_to(decision, *visit_of(decision.program, decision.next, each.number), "mentor-in-office",
                     holder)
                .role = each.role;
}

}

void open(Decision& decision, const Opened& opened) {
    const auto* opening = opening_named(decision.program, opened.opening);
    if (!opening || !decision.present.state.empty()) return journal(decision, "no such opening");
    auto& next = decision.next;
    next.program = decision.program.name;
    next.version = decision.program.version;
    next.number = opened.number;
    next.mentee = opened.mentee;
    next.opened = next.since = decision.now;
    next.words["request"] = bounded({opened.words, opened.mentee, opening->readers});
    next.attachments = opened.attachments;
    decision.writer = opened.mentee;
    decision.writer_role = "mentee";
    enter(decision, opening->target);
    order(decision, case_visit(decision), opening->letters);
    journal(decision, "opened by " + opened.by_role);
}

void take_bounce(Decision& decision, const LetterBounced& bounced) {
    journal(decision, std::string(bounced.permanent ? "bounced " : "delayed ") + bounced.letter + " to " +
                          digits(bounced.recipient.value));
    if (!bounced.permanent) return;
    const auto visit = visit_at(decision.program, decision.next, bounced.step);
    tell(decision, "bounced", "manager", bounced.recipient);
    if (visit && owns(decision, *visit, bounced.recipient) && bounced.recipient != decision.next.mentee)
        stop_waiting_for(decision, *visit);
}

void take_machine(Decision& decision, const MachineAnswered& machine) {
    journal(decision, "machine of " + digits(machine.person.value) + " answered");
    if (!machine.until) return;
    decision.effects.emplace_back(RestReminders{machine.person, *machine.until});
    hand_over_while_away(decision, machine.person, *machine.until);
}

void take_danger(Decision& decision, const DangerSeen& seen) {
    if (seen.danger == Danger::none) return;
    decision.next.danger_rest.insert(seen.person);
    wait_for_go_on(decision);
    if (seen.alarmed) return;
    write_to_alarmed(decision, seen.person, "danger-alarm", Pace::alarm);
    if (seen.danger != Danger::strong) return;
    auto& help = write_to(decision, case_visit(decision), "danger-help", seen.person);
    help.pace = Pace::alarm;
    const auto roles = roles_of(decision.scene(), seen.person);
    help.role = roles.empty() ? std::string() : roles.front();
}

void ask_whether_to_go_on(Decision& decision, const WaitDue& due) {
    auto* wait = find_wait(decision.next, due.step, due.name);
    wait->sent += 1;
    wait->due = after(decision.surroundings.calendar, decision.now, danger_asked_again);
    write_to_alarmed(decision, *decision.next.danger_rest.begin(), "danger-waiting", Pace::working_hours);
}

void take_gone(Decision& decision, const PersonGone& gone) {
    journal(decision, "gone " + digits(gone.person.value));
    decision.effects.emplace_back(StopLetters{gone.person, 0, 0});
    if (final(decision.program, decision.next)) return;
    decision.writer = gone.person;
    if (gone.person == decision.next.mentee) return mentee_gone(decision);
    std::vector<int> hers;
    for (const auto& each : decision.next.pairings)
        if (each.mentor == gone.person && each.outcome.empty()) hers.push_back(each.number);
    for (const int number : hers) mentor_gone(decision, number);
    hand_to_successors(decision, gone.person);
}

void take_office(Decision& decision, const OfficeChanged& changed) {
    journal(decision, "office " + changed.office + " changed");
    for (const auto& visit : visits(decision.program, decision.next)) {
        const bool waited = office_named(decision.program, visit.state->owner) != nullptr;
        const auto own = owners(decision.scene(), visit);
        const auto before = persons_in(decision.scene(), visit, changed.office);
        if (!waited || own.empty() || own != before || own.front() == changed.former) continue;
        order_for_successor(decision, visit);
    }
    if (takes_no_mentees(decision, changed.office)) tell_mentor_in_office(decision, changed.office);
}

void move_by_hand(Decision& decision, const Moved& moved) {
    if (!state_named(decision.program, Scope::of_case, moved.state))
        return journal(decision, "no such state " + moved.state);
    journal(decision, "moved by hand to " + moved.state);
    enter(decision, moved.state);
    settle(decision);
}

}
