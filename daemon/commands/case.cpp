// SPDX-License-Identifier: MIT
#include "daemon/commands/case.h"

#include <limits>
#include <optional>
#include <ostream>

#include "daemon/commands/confidential.h"
#include "daemon/commands/times.h"
#include "daemon/store/people.h"

namespace mentoring {

namespace {

constexpr std::size_t all = std::numeric_limits<std::int32_t>::max();

std::string awaited(const Program& program, const CaseRow& row) {
    if (!row.owner.empty()) return row.owner;
    const auto* state = state_named(program, Scope::of_case, row.state);
    return state ? state->owner : std::string();
}

// A concern's wait is nobody's to see here.
std::optional<Instant> next_due(Store& store, const ConfidentialLetters& confidential, const CaseRow& row) {
    std::optional<Instant> next;
    for (const auto& each : Cases(store).load(row.id).value_or(Case{}).waits)
        if (!confidential.covers_line(each.name) && (!next || each.due < *next)) next = each.due;
    return next;
}

void add_rows(Table& table, Store& store, const Program& program, CaseStanding standing) {
    ConfidentialLetters confidential;
    confidential.take(program);
    for (const auto& each : Cases(store).list(program.name, standing, all))
        table.rows.push_back(
            {each.number, program.name, each.state, awaited(program, each),
             recipient_name(store, each.mentee, {}), shown_day(each.since),
             shown_day(standing == CaseStanding::open ? next_due(store, confidential, each) : each.closed)});
}

}

CaseRow case_or_stop(Store& store, const CaseRequest& request) {
    Cases cases(store);
    std::vector<CaseRow> found;
    for (const auto id : cases.with_number(request.number)) {
        const auto row = cases.row(id);
        if (row && (request.program.empty() || row->program == request.program)) found.push_back(*row);
    }
    if (found.empty()) throw CannotGoOn("no case has that number: " + request.number);
    if (found.size() > 1) throw CannotGoOn("several programmes have that number: name one with --program");
    return found.front();
}

int case_list(const Invocation& invocation, const CaseListRequest& request) {
    const auto place = open_workplace(invocation.settings);
    const bool open = request.standing == CaseStanding::open;
    Table table{{{"Case"},
                 {"Program"},
                 {"State"},
                 {"Waits for"},
                 {"Member"},
                 {"Since"},
                 {open ? "Next due" : "Closed"}},
                {},
                open ? "No case is open." : "No case is closed."};
    if (!request.program.empty()) program_or_stop(place.settings, request.program);
    for (const auto& each : place.settings.programs) {
        if (!request.program.empty() && each.name != request.program) continue;
        const auto program = program_file_or_stop(each);
        add_rows(table, *place.store, program, request.standing);
        if (!open) add_rows(table, *place.store, program, CaseStanding::forgotten);
    }
    invocation.out << printed(table, invocation.output);
    return 0;
}

}
