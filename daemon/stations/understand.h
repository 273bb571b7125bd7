// SPDX-License-Identifier: MIT
// One mail, from its raw bytes to what it is: read, whether it is a bounce, what of it is new, who or what
// wrote it, and when a machine says that its owner is back. Any bytes are welcome; never throws, keeps
// nothing.
#pragma once

#include <optional>
#include <string_view>

#include "workflow/model/mail.h"
#include "workflow/reading/bounce.h"
#include "workflow/reading/kind.h"
#include "workflow/reading/reply_text.h"

namespace mentoring {

// What must be known of us to understand a mail.
struct OurSide {
    OwnSigns signs;
    OwnLetters letters;  // that the mail may quote
    OurToken token = OurToken::none;
    Date today{};  // the day of receipt, where the mail's own date cannot be
};

struct Understood {
    Mail mail;  // empty where it is unreadable
    KindOfMail kind;
    std::optional<Bounce> bounce;
    Reply reply;
    std::optional<Date> back;  // of automatic mail: the day of return
    bool flagged_as_spam = false;
};

Understood understand(std::string_view raw, const OurSide& ours);
// A mail that has been read already, or a body alone.
Understood understand(Mail mail, const OurSide& ours);

}
