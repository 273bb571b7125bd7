// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <ostream>

#include "daemon/commands/case.h"
#include "daemon/commands/confidential.h"
#include "daemon/commands/times.h"
#include "daemon/stations/carry_out.h"

namespace mentoring {

namespace {

void expect_state(const Program& program, const std::string& name) {
    std::vector<std::string> names;
    for (const auto& each : program.states)
        if (each.scope == Scope::of_case) names.push_back(each.name);
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    const auto hint = did_you_mean(name, names);
    throw CannotGoOn("\"" + name + "\": no such state of a case" + (hint.empty() ? "" : "; " + hint));
}

std::map<std::int64_t, OutboxState> states_of(Store& store, CaseId id) {
    std::map<std::int64_t, OutboxState> states;
    for (const auto& each : Outbox(store).of_case(id)) states[each.id] = each.state;
    return states;
}

// Letters that are new, or that are stopped by the move.
Table changed_letters(Store& store, const ConfidentialLetters& confidential, CaseId id,
                      const std::map<std::int64_t, OutboxState>& before) {
    Table table{{{"Letter"}, {"To"}, {"State"}, {"Not before"}}, {}, "No letter is written or stopped."};
    for (const auto& each : Outbox(store).of_case(id)) {
        const auto known = before.find(each.id);
        if (known != before.end() && known->second == each.state) continue;
        const bool hidden = confidential.covers(each);
        table.rows.push_back({hidden ? confidential_text : each.letter,
                              hidden ? "" : recipient_name(store, each.recipient, each.envelope_to),
                              std::string(to_string(each.state)), shown_time(each.not_before)});
    }
    return table;
}

Table waits_of(const ConfidentialLetters& confidential, const Case& next) {
    Table table{{{"Wait"}, {"Due"}}, {}, "Nothing is waited for."};
    for (const auto& each : next.waits)
        if (!confidential.covers_line(each.name)) table.rows.push_back({each.name, shown_time(each.due)});
    return table;
}

}

int case_move(const Invocation& invocation, const CaseRequest& request) {
    const auto place = open_workplace(invocation.settings);
    Store& store = *place.store;
    const auto row = case_or_stop(store, request);
    if (row.standing == CaseStanding::forgotten)
        throw CannotGoOn(request.number + " is forgotten: nothing of it can be moved");
    const auto house = house_or_stop(invocation.settings, store, place.now);
    const auto* program = program_named(house, row.program);
    if (!program) throw CannotGoOn(row.program + ": the settings no longer name that programme");
    std::vector<std::string> alarms;
    const Desk desk{store, house, place.now, alarms};
    Transaction transaction(store);
    const auto present = Cases(store).load(row.id).value();
    expect_state(program_of(*program, present), request.state);
    const auto before = states_of(store, row.id);
    take_event(desk, *program, present, Moved{request.state});
    const auto next = Cases(store).load(row.id).value();
    ConfidentialLetters confidential;
    confidential.take(program->program);
    const bool done = request.assent == Assent::given;
    const Table move{{{"Case"}, {"From"}, {"To"}, {"Done"}},
                     {{row.number, row.state, next.state, done ? "yes" : "no"}},
                     {}};
    const std::vector<Section> sections{{"Move", move},
                                        {"Letters", changed_letters(store, confidential, row.id, before)},
                                        {"Waits", waits_of(confidential, next)}};
    if (done) transaction.commit();
    invocation.out << printed(sections, invocation.output);
    if (!done && invocation.output == Output::text)
        invocation.out << "\nNothing has been done. Say it again with --yes to do it.\n";
    for (const auto& each : alarms) invocation.errors << each << "\n";
    return 0;
}

}
