// SPDX-License-Identifier: MIT
// An answer in words instead of numbers of rows, for humans and for JSON.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "workflow/model/answer.h"

namespace mentoring {

struct NamedAnswer {
    using Value = std::variant<std::string, std::vector<std::string>, std::optional<int>>;
    std::string intent;  // "unclear" where it is asked back, "automatic" where a machine answered
    std::map<std::string, Value> arguments;
    std::string doubt;
};

NamedAnswer named(const Answer& answer, const Question& question);

}
