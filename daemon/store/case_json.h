// SPDX-License-Identifier: MIT
// A Case as JSON text and back, without loss. Versioned; unknown fields are passed over, missing ones have
// the value of a fresh Case, so that a newer program reads what an older one wrote.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "workflow/model/case.h"

namespace mentoring {

inline constexpr int case_json_version = 1;

// Text that is no case, or of a version we do not know. Its text carries no content.
class CaseUnreadable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

std::string to_json(const Case& kept);
Case case_from_json(std::string_view json);

}
