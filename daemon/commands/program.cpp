// SPDX-License-Identifier: MIT
#include "daemon/commands/program.h"

#include <algorithm>
#include <optional>
#include <ostream>
#include <set>
#include <utility>
#include <vector>

#include "daemon/commands/check.h"
#include "daemon/settings/letter_files.h"
#include "daemon/settings/program_file.h"
#include "daemon/settings/settings.h"
#include "workflow/writing/program_chart.h"
#include "workflow/writing/program_check.h"
#include "workflow/writing/program_walk.h"

namespace mentoring {

namespace {

struct Found {
    std::filesystem::path file;
    std::filesystem::path templates;  // empty: not known
};

std::vector<std::string> program_names(const Settings& settings) {
    std::vector<std::string> names;
    for (const ProgramSettings& each : settings.programs) names.push_back(each.name);
    return names;
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& each : names) text += (text.empty() ? "" : ", ") + each;
    return text;
}

std::optional<Found> found_in_settings(const ProgramRequest& request, std::ostream& errors) {
    Faults faults;
    const Settings settings = load_settings(request.settings, faults);
    const auto names = program_names(settings);
    std::string name = request.name;
    if (name.empty() && names.size() == 1) name = names.front();
    if (const ProgramSettings* program = program_named(settings, name);
        program != nullptr && !program->file.empty())
        return Found{program->file, settings.templates};
    for (const Fault& each : faults) errors << to_string(each) << "\n";
    if (name.empty()) {
        errors << "which programme? " << listed(names) << "\n";
    } else {
        errors << to_string({"", 0, "\"" + name + "\": no such programme", did_you_mean(name, names), {}})
               << "\n";
    }
    return std::nullopt;
}

std::optional<Found> found(const ProgramRequest& request, std::ostream& errors) {
    return request.file.empty() ? found_in_settings(request, errors) : std::optional(Found{request.file, {}});
}

std::string answers_of(const State& state) {
    std::vector<std::string> answers;
    for (const Offer& each : offers_in(state)) answers.push_back(each.answer);
    return listed(answers);
}

Table state_table(const Program& program) {
    Table table{{{"State", ColumnKind::text},
                 {"Kind", ColumnKind::text},
                 {"Owner", ColumnKind::text},
                 {"Says", ColumnKind::wrapped},
                 {"Answers", ColumnKind::wrapped},
                 {"Leads to", ColumnKind::wrapped}},
                {},
                "No state."};
    const auto ways = ways_of(program);
    for (const State& state : program.states) {
        std::vector<std::string> targets;
        for (const Way& way : ways) {
            const std::string target = way.target.empty() ? "end of the pairing" : way.target;
            const bool here = way.from == &state;
            if (here && std::find(targets.begin(), targets.end(), target) == targets.end())
                targets.push_back(target);
        }
        table.rows.push_back({state.name, state.scope == Scope::of_case ? "case" : "pairing", state.owner,
                              state.says, answers_of(state), listed(targets)});
    }
    return table;
}

std::set<std::string> letter_names(const Found& found, const Program& program, Faults& faults) {
    std::set<std::string> names;
    if (found.templates.empty()) return names;
    for (const auto& [name, letter] : load_letters(found.templates, program.name, faults).letters)
        names.insert(name);
    return names;
}

}

int program_draw_command(const ProgramRequest& request, std::ostream& out, std::ostream& errors) {
    const auto place = found(request, errors);
    if (!place) return 1;
    Faults faults;
    const Program program = load_program(place->file, faults);
    for (const Fault& each : faults) errors << to_string(each) << "\n";
    if (any_fault(faults)) return 1;
    if (request.output == Output::json) {
        out << table_json(state_table(program));
    } else {
        out << (request.face == ChartFace::dot ? program_dot(program) : program_chart(program));
    }
    return 0;
}

int program_check_command(const ProgramRequest& request, std::ostream& out, std::ostream& errors) {
    const auto place = found(request, errors);
    if (!place) return 1;
    Faults faults;
    const Program program = load_program(place->file, faults);
    if (!any_fault(faults)) {
        const auto letters = letter_names(*place, program, faults);
        const auto more = check_program(program, letters, place->file.filename().string());
        faults.insert(faults.end(), more.begin(), more.end());
    }
    print_faults(faults, request.output, out);
    return any_fault(faults) ? 1 : 0;
}

}
