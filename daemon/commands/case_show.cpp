// SPDX-License-Identifier: MIT
#include <ostream>

#include "daemon/commands/case.h"
#include "daemon/commands/confidential.h"
#include "daemon/commands/times.h"
#include "daemon/store/journal.h"

namespace mentoring {

namespace {

struct Shown {
    Store& store;
    const ConfidentialLetters& confidential;
    const CaseRow& row;
    const Case& kept;
};

std::string_view to_text(CaseStanding standing) {
    switch (standing) {
        case CaseStanding::open:
            return "open";
        case CaseStanding::closed:
            return "closed";
        case CaseStanding::forgotten:
            return "forgotten";
    }
    return "";
}

Table facts(const Shown& shown, const Program& program) {
    const auto* state = state_named(program, Scope::of_case, shown.row.state);
    Table table{{{"What"}, {"Value", ColumnKind::wrapped}}, {}, {}};
    const auto add = [&](const char* what, std::string value) {
        if (!value.empty()) table.rows.push_back({what, std::move(value)});
    };
    add("number", shown.row.number);
    add("program", shown.row.program);
    add("standing", std::string(to_text(shown.row.standing)));
    add("state", shown.row.state);
    add("meaning", state ? state->says : std::string());
    add("owner", shown.row.owner.empty() && state ? state->owner : shown.row.owner);
    add("member", recipient_name(shown.store, shown.row.mentee, {}));
    add("opened", shown_time(shown.row.opened));
    add("since", shown_time(shown.row.since));
    add("closed", shown_time(shown.row.closed));
    if (Cases(shown.store).legal_hold(shown.row.id)) add("legal hold", "yes");
    return table;
}

Table waits(const Shown& shown) {
    Table table{{{"Wait"}, {"Step", ColumnKind::number}, {"Due"}, {"Reminded", ColumnKind::number}},
                {},
                "Nothing is waited for."};
    for (const auto& each : shown.kept.waits)
        if (!shown.confidential.covers_line(each.name))
            table.rows.push_back(
                {each.name, std::to_string(each.step), shown_time(each.due), std::to_string(each.sent)});
    return table;
}

Table pairings(const Shown& shown) {
    Table table{{{"No", ColumnKind::number},
                 {"State"},
                 {"Outcome"},
                 {"Since"},
                 {"Accepted"},
                 {"Agreed"},
                 {"Until"},
                 {"Met", ColumnKind::number}},
                {},
                "Nobody was asked yet."};
    for (const auto& each : shown.kept.pairings)
        table.rows.push_back({std::to_string(each.number), each.state, each.outcome, shown_day(each.since),
                              shown_day(each.accepted), shown_day(each.agreed), shown_day(each.until),
                              std::to_string(each.meetings.size())});
    return table;
}

Table journal(const Shown& shown) {
    Table table{
        {{"At"}, {"Decision", ColumnKind::number}, {"What", ColumnKind::wrapped}}, {}, "Nothing yet."};
    for (const auto& each : Journal(shown.store).of(shown.row.id))
        table.rows.push_back({shown_time(each.at), std::to_string(each.decision),
                              shown.confidential.covers_line(each.line) ? confidential_text : each.line});
    return table;
}

Table letters(const Shown& shown) {
    Table table{{{"No", ColumnKind::number},
                 {"Letter"},
                 {"To"},
                 {"State"},
                 {"Queued"},
                 {"Sent"},
                 {"Why", ColumnKind::wrapped}},
                {},
                "None yet."};
    for (const auto& each : Outbox(shown.store).of_case(shown.row.id)) {
        const bool hidden = shown.confidential.covers(each);
        table.rows.push_back({std::to_string(each.id), hidden ? confidential_text : each.letter,
                              hidden ? "" : recipient_name(shown.store, each.recipient, each.envelope_to),
                              std::string(to_string(each.state)), shown_day(each.queued),
                              shown_day(each.sent), each.reason});
    }
    return table;
}

Table suppressed(const Shown& shown) {
    Table table{{{"At"}, {"Letter"}, {"To"}, {"Why", ColumnKind::wrapped}}, {}, "None."};
    for (const auto& each : Outbox(shown.store).suppressed_of(shown.row.id)) {
        const bool hidden = shown.confidential.covers(each.letter);
        table.rows.push_back({shown_time(each.at), hidden ? confidential_text : each.letter,
                              hidden ? "" : recipient_name(shown.store, each.recipient, each.address),
                              each.reason});
    }
    return table;
}

}

int case_show(const Invocation& invocation, const CaseRequest& request) {
    const auto place = open_workplace(invocation.settings);
    const auto row = case_or_stop(*place.store, request);
    const auto program = program_file_or_stop(program_or_stop(place.settings, row.program));
    ConfidentialLetters confidential;
    confidential.take(program);
    const auto kept = Cases(*place.store).load(row.id).value_or(Case{});
    const Shown shown{*place.store, confidential, row, kept};
    invocation.out << printed(std::vector<Section>{{"Case", facts(shown, program)},
                                                   {"Waits", waits(shown)},
                                                   {"Pairings", pairings(shown)},
                                                   {"Letters", letters(shown)},
                                                   {"Not sent", suppressed(shown)},
                                                   {"Journal", journal(shown)}},
                              invocation.output);
    return 0;
}

}
