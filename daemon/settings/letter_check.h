// SPDX-License-Identifier: MIT
// What may stand in a letter's source: fields of the table (workflow/writing/field_names), sections that
// close, parts that exist, a person's words in a paragraph of their own, a subject without any field.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "workflow/model/fault.h"

namespace mentoring {

void check_subject(std::string_view subject, const std::string& file, Faults& faults);

// `lines_before`: how many lines of the file stand before the body.
void check_letter_body(std::string_view body, const std::string& file, int lines_before,
                       const std::map<std::string, std::string>& parts, Faults& faults);

}
