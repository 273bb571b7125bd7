// SPDX-License-Identifier: MIT
// Mail that a machine wrote: absences, read receipts, complaints, challenges, notices (RFC 3834 §5 and its
// many dialects). Such mail may inform and never decides. A human who mentions an absence stays human.
#pragma once

#include <optional>
#include <string>

#include "workflow/model/mail.h"

namespace mentoring {

// Why it is automatic beyond doubt, by its header, a phrase for the operator; nothing where the header does
// not say so.
std::optional<std::string> automatic_by_header(const Mail& mail);

// Why its wording says that it is: localised subjects together with what vacation robots write.
// `new_words` is Reply::visible.
std::optional<std::string> automatic_by_wording(const Mail& mail, std::string_view new_words);

// Whether header or subject announce an automatic reply: then a null return path is no bounce.
bool says_automatic_reply(const Mail& mail);

// Whether a filter on the way marked it as unwanted. It may be human all the same.
bool flagged_as_spam(const Mail& mail);

// List-Id and its kin (RFC 2919, RFC 2369).
bool through_a_list(const Mail& mail);

}
