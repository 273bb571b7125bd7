// SPDX-License-Identifier: MIT
// A form filled in by mail, over as many mails as it takes: the fields that one mail answers, by number
// ("2. Thursdays"), by label ("Working together: by phone") or below the quoted question.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/model/folded_text.h"
#include "workflow/model/form_field.h"
#include "workflow/model/program.h"
#include "workflow/reading/quoted_answer.h"

namespace mentoring {

struct FormReading {
    std::map<std::string, std::string> answers;  // field name → the writer's own words
    std::vector<std::string> missing;            // names, in the order of the form
    std::string unplaced;                        // words that belong to no field
    std::vector<std::string> twice;  // fields answered in two ways in this one mail; not in `answers`
};

// `known` are the answers of earlier mails; what this mail says anew replaces them. A form of one field, or
// one with only one field missing, takes words without number or label.
FormReading read_form(const std::vector<FormField>& form, const Fold& fold, std::string_view new_words,
                      const std::vector<QuotedAnswer>& inline_answers,
                      const std::map<std::string, std::string>& known = {});

}
