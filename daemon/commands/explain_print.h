// SPDX-License-Identifier: MIT
// An explained mail as one JSON object or as text for humans.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "daemon/commands/explain_case.h"
#include "daemon/commands/named_answer.h"
#include "daemon/stations/understand.h"
#include "workflow/model/answer.h"
#include "workflow/model/danger.h"

namespace mentoring {

struct Explained {
    std::string file;
    Understood understood;
    std::optional<TiedCase> tied;  // of a human's mail, where there is a sample world
    std::optional<NamedAnswer> answer;
    std::optional<Danger> danger;
    std::vector<std::string> grounds_of_danger;
    double milliseconds = 0;
};

// One line, with the line end.
std::string as_json_line(const Explained& explained);
std::string as_text(const Explained& explained);

}
