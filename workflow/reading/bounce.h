// SPDX-License-Identifier: MIT
// A mail that says that a letter of ours did not arrive, or not yet: a delivery status notification (RFC
// 3464) or what mail servers write in plain text. Absences, read receipts, complaints and "delivered" are
// none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workflow/model/mail.h"

namespace mentoring {

// Temporary is also a delay: the server goes on trying.
enum class Permanence { permanent, temporary };

struct BouncedRecipient {
    std::string address;   // where it did not arrive
    std::string original;  // the address that we wrote to, where the server says so; else empty
    std::string status;    // "5.1.1" (RFC 3463); empty where none is said
    Permanence permanence = Permanence::permanent;
};

// What is known of the letter that came back.
struct ReturnedLetter {
    std::string message_id;  // without angle brackets
    std::string subject;     // carries the code of the case; may be in encoded words (RFC 2047)
    std::string recipient;   // its To
    std::string reply_to;    // carries our token
};

struct Bounce {
    std::vector<BouncedRecipient> recipients;       // may be empty: some servers name nobody
    Permanence permanence = Permanence::permanent;  // permanent if it is so for any recipient
    std::string status;                             // of the first recipient, else the first said anywhere
    ReturnedLetter returned;
};

std::optional<Bounce> read_bounce(const Mail& mail);

}
