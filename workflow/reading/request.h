// SPDX-License-Identifier: MIT
// Whether a member's mail to the manager asks for a mentor for herself. A case is opened unasked only upon
// `request`; `unclear` is one line to the manager; a mail about anything else is `not_a_request`.
#pragma once

#include "workflow/model/folded_text.h"
#include "workflow/reading/words.h"

namespace mentoring {

enum class Asking { request, not_a_request, unclear };

// `new_words` without quoted and forwarded text.
Asking read_request(const Vocabulary& vocabulary, const FoldedText& subject, const FoldedText& new_words);

}
