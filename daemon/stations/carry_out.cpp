// SPDX-License-Identifier: MIT
#include "daemon/stations/carry_out.h"

#include "daemon/stations/post.h"
#include "daemon/store/cases.h"
#include "daemon/store/evaluations.h"
#include "daemon/store/inbox.h"
#include "daemon/store/journal.h"
#include "daemon/store/outbox.h"
#include "daemon/store/people.h"
#include "workflow/deciding/advance.h"

namespace mentoring {

namespace {

class CarryingOut {
public:
    CarryingOut(const Desk& desk, const LoadedProgram& program, const Surroundings& surroundings,
                const Case& next, InboxId mail)
        : desk_(desk), program_(program), surroundings_(surroundings), next_(next), mail_(mail) {}

    void operator()(const Letter& letter) {
        post(desk_, program_, surroundings_, letter, {&next_, {}, mail_});
    }
    void operator()(const JournalLine& line) {
        Journal(desk_.store).add({next_.id, next_.decisions, desk_.now, line.what});
    }
    void operator()(const KeepEvaluation& evaluation) {
        Evaluations(desk_.store).keep(next_.id, next_.program, evaluation, desk_.now);
    }
    void operator()(const KeepConcern& concern) {
        Concerns(desk_.store).keep(next_.id, next_.program, concern, desk_.now);
    }
    void operator()(const AddressConcern& addressed) {
        Concerns concerns(desk_.store);
        const auto open = concerns.open_of(next_.id);
        if (open.empty()) {
            for (const auto& each : Evaluations(desk_.store).of_case(next_.id))
                Evaluations(desk_.store).mark_addressed(each.id, addressed.how, desk_.now);
            return;
        }
        concerns.mark_addressed(open.front().id, addressed.how, desk_.now);
    }
    void operator()(const StopLetters& stop) {
        for (const auto& each : Outbox(desk_.store).stop_resting(next_.id, stop, desk_.now)) {
            Journal(desk_.store).add({next_.id, next_.decisions, desk_.now, "stopped " + each.letter});
            // It may have been the one that says what we keep: better twice than never.
            change(each.recipient, [](Person& person) { person.noticed = false; });
        }
    }
    void operator()(const PausePerson& pause) {
        change(pause.person, [&](Person& person) { person.paused_until = pause.until; });
    }
    void operator()(const RestReminders& rest) {
        change(rest.person, [&](Person& person) { person.away_until = rest.until; });
    }
    void operator()(const ChangeMailings& wish) {
        change(wish.person, [&](Person& person) { person.mailings = wish.mailings; });
    }
    void operator()(const HoldMentor& hold) {
        change(hold.person, [](Person& person) { person.held = true; });
    }
    void operator()(const ForgetWords&) {
        Inbox inbox(desk_.store);
        for (const auto& each : inbox.of_case(next_.id)) inbox.erase_body(each.id);
    }

private:
    void change(PersonId id, const std::function<void(Person&)>& with) {
        People(desk_.store).change(id, with);
    }

    const Desk& desk_;
    const LoadedProgram& program_;
    const Surroundings& surroundings_;
    const Case& next_;
    InboxId mail_;
};

// What the mentee says in this very event is part of what mentors are looked for by.
std::string words_brought(const Event& event, const Case& present) {
    if (const auto* opened = std::get_if<Opened>(&event)) return opened->words;
    const auto* answered = std::get_if<Answered>(&event);
    if (!answered || answered->by != present.mentee) return {};
    std::string words = answered->answer.arguments.text;
    for (const auto& [field, text] : answered->answer.arguments.fields) words += '\n' + text;
    return words;
}

}

CaseId take_event(const Desk& desk, const LoadedProgram& program, const Case& present, const Event& event,
                  InboxId mail) {
    const auto surroundings = surroundings_of(desk, program, present, words_brought(event, present));
    const auto& structure = program_of(program, present);
    auto step = advance(structure, present, surroundings, event, desk.now);
    if (step.next.decisions == present.decisions) return present.id;
    Cases cases(desk.store);
    if (step.next.id == CaseId{})
        step.next.id = cases.add(step.next, structure, desk.now);
    else
        cases.save(step.next, structure, desk.now);
    CarryingOut carrying(desk, program, surroundings, step.next, mail);
    for (const auto& effect : step.effects) std::visit(carrying, effect);
    return step.next.id;
}

}
