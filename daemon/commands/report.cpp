// SPDX-License-Identifier: MIT
#include "daemon/commands/report.h"

#include <algorithm>
#include <limits>
#include <map>
#include <ostream>

#include "daemon/commands/opening.h"
#include "daemon/commands/times.h"
#include "daemon/store/cases.h"

namespace mentoring {

namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr std::size_t all = std::numeric_limits<std::int32_t>::max();

std::vector<CaseRow> cases_of(Store& store, const std::string& program) {
    std::vector<CaseRow> rows;
    for (const auto standing : {CaseStanding::open, CaseStanding::closed, CaseStanding::forgotten}) {
        const auto more = Cases(store).list(program, standing, all);
        rows.insert(rows.end(), more.begin(), more.end());
    }
    return rows;
}

bool in_year(const std::optional<Instant>& instant, int year) {
    return instant && day_of(*instant).year() == std::chrono::year(year);
}

void add_year(Table& table, const std::string& program, const std::vector<CaseRow>& rows,
              const PastCases& past, int year) {
    auto opened = static_cast<std::size_t>(past.opened), closed = static_cast<std::size_t>(past.closed);
    std::size_t open = 0;
    std::vector<seconds> lasted;
    for (const auto& each : rows) {
        opened += in_year(each.opened, year) ? 1 : 0;
        open += each.standing == CaseStanding::open ? 1 : 0;
        if (!in_year(each.closed, year)) continue;
        ++closed;
        lasted.push_back(*each.closed - each.opened);
    }
    table.rows.push_back({program, std::to_string(year), shown_count(opened), shown_count(closed),
                          shown_waiting(lasted), shown_count(open)});
}

// In the order of the programme file; a state that it no longer has comes last.
void add_states(Table& table, const Program& program, const std::vector<CaseRow>& rows, Instant now) {
    std::map<std::string, std::vector<seconds>> waiting;
    for (const auto& each : rows)
        if (each.standing == CaseStanding::open) waiting[each.state].push_back(now - each.since);
    const auto add = [&](const std::string& state, const std::string& says) {
        table.rows.push_back(
            {program.name, state, says, shown_count(waiting[state].size()), shown_waiting(waiting[state])});
        waiting.erase(state);
    };
    for (const auto& each : program.states)
        if (each.scope == Scope::of_case && waiting.contains(each.name)) add(each.name, each.says);
    while (!waiting.empty()) add(std::string(waiting.begin()->first), {});
}

}

std::string shown_count(std::size_t count) {
    if (count == 0) return "none";
    return count < few_below ? "few" : std::to_string(count);
}

std::string shown_waiting(std::vector<seconds> waiting) {
    if (waiting.empty()) return {};
    std::sort(waiting.begin(), waiting.end());
    const auto median = std::chrono::floor<days>(waiting[waiting.size() / 2]);
    if (waiting.size() >= few_below)
        return std::to_string(median.count()) + (median == days{1} ? " day" : " days");
    if (median < days{14}) return "days";
    return median < days{61} ? "weeks" : "months";
}

int report(const Invocation& invocation, const ReportRequest& request) {
    const auto place = open_workplace(invocation.settings);
    const int year = request.year == 0 ? static_cast<int>(day_of(place.now).year()) : request.year;
    Table years{
        {{"Program"}, {"Year"}, {"Opened"}, {"Closed"}, {"Lasted"}, {"Open now"}}, {}, "No programme."};
    Table states{{{"Program"}, {"State"}, {"Meaning"}, {"Cases"}, {"Waiting"}}, {}, "No case is open."};
    for (const auto& each : place.settings.programs) {
        const auto program = program_file_or_stop(each);
        const auto rows = cases_of(*place.store, program.name);
        add_year(years, program.name, rows, Cases(*place.store).past(program.name, year), year);
        add_states(states, program, rows, place.now);
    }
    invocation.out << printed(std::vector<Section>{{"Year", years}, {"Open cases", states}},
                              invocation.output);
    return 0;
}

}
