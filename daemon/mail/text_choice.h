// SPDX-License-Identifier: MIT
// Which leaves of a mail are its text. The first text that says anything is; one that follows a picture or
// file goes on with it, as some programs write around what they show. Other texts, and all that have a file
// name, are attachments, unless the mail has no other text.
#pragma once

#include <vector>

#include "daemon/mail/structure.h"

namespace mentoring {

// Of each child of a multipart/alternative (RFC 2046 §5.1.4), the plainest text that says anything stays.
void keep_best_alternative(std::vector<std::vector<Leaf>>& children);

// Settles the role of every leaf whose role is still Leaf::Role::text.
void choose_text(std::vector<Leaf>& leaves);

}
