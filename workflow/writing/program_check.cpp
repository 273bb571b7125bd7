// SPDX-License-Identifier: MIT
#include "workflow/writing/program_check.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "workflow/writing/program_rules.h"

namespace mentoring {

void Examination::fault(int line, std::string where, std::string text, std::string hint) {
    if (!where.empty()) where += ": ";
    faults.push_back({file, line, where + std::move(text), std::move(hint), Severity::fault});
}

void Examination::warning(int line, std::string where, std::string text, std::string hint) {
    fault(line, std::move(where), std::move(text), std::move(hint));
    faults.back().severity = Severity::warning;
}

Faults check_program(const Program& program, const std::set<std::string>& letters, const std::string& file) {
    Examination found{program, letters, file, {}};
    for (const auto rule :
         {check_targets, check_reachable, check_way_out, check_final_states, check_outcomes, check_moved,
          check_offices, check_owners, check_roles, check_alarm, check_recipients, check_proof, check_letters,
          check_words, check_answers, check_forms, check_told, check_occasions})
        rule(found);
    std::stable_sort(found.faults.begin(), found.faults.end(),
                     [](const Fault& left, const Fault& right) { return left.line < right.line; });
    return std::move(found.faults);
}

}
