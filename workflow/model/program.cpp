// SPDX-License-Identifier: MIT
#include "workflow/model/program.h"

#include <algorithm>

namespace mentoring {

const State* state_named(const Program& program, Scope scope, std::string_view name) {
    const auto found = std::find_if(program.states.begin(), program.states.end(), [&](const State& each) {
        return each.scope == scope && each.name == name;
    });
    return found == program.states.end() ? nullptr : &*found;
}

}
