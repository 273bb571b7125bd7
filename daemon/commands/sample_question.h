// SPDX-License-Identifier: MIT
// Sample questions for `mentord explain --situation`: what the daemon would have asked, with sample
// candidates and roster, so that an administrator can try how an answer is understood.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "workflow/model/answer.h"

namespace mentoring {

// An answer in words instead of numbers of rows.
struct NamedAnswer {
    using Value = std::variant<std::string, std::vector<std::string>, std::optional<int>>;
    std::string intent;  // "unclear" where it is asked back, "automatic" where a machine answered
    std::map<std::string, Value> arguments;
    std::string doubt;
};

// Nothing for a situation that there is no sample of.
std::optional<Question> sample_question(std::string_view situation, Date today);
std::vector<std::string_view> sample_situations();

NamedAnswer named(const Answer& answer, const Question& question);

}
