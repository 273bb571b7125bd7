// SPDX-License-Identifier: MIT
// The phrases of what stands under a mail and says nothing: devices, closings, legal notes, virus scanners,
// list servers. Each in plain letters (plain_letters.h); a language is added by adding its words.
#pragma once

#include "workflow/reading/plain_letters.h"

namespace mentoring {

// "Sent from my", at the beginning of a line.
const Openings& words_for_sent_from();
// "Best regards", "Thanks": what may stand alone above a name.
const Openings& words_for_closing();
// The beginning of a paragraph about confidentiality, viruses, the environment, or of a list server's foot.
const Openings& words_for_legal_note();
// The beginning of the banner that a mail server puts on top of mail from outside.
const Openings& words_for_outside_banner();

}
