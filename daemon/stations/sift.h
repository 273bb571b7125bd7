// SPDX-License-Identifier: MIT
// Which mails of somebody's mailbox are ours, told from the header alone. A body is fetched for a token, a
// Message-ID of ours, a sender on the roster, a bounce, or our own folder and addresses; everything else
// stays as it was, and only its UID and hash are kept.
#pragma once

#include <string>
#include <vector>

#include "daemon/outside.h"
#include "daemon/settings/settings.h"
#include "daemon/stations/house.h"
#include "workflow/model/mail.h"

namespace mentoring {

enum class Interest {
    none,             // somebody's own mail
    ours,             // to be fetched
    too_big,          // ours, over the size limit: never downloaded
    asked_in_subject  // a stranger whose subject asks for a mentor: the manager is asked, the body stays
                      // unread
};

struct Sifted {
    Interest interest = Interest::none;
    Mail header;  // what the header block alone tells
    bool token = false;
    PersonId answerer;  // the token's person, where the sender has an address of hers
};

Sifted sift(const MailSummary& mail, const std::string& folder, const MailboxSettings& mailbox,
            const House& house, Store& store);

// Addresses a mail was sent to, also where a forwarding host left them: To, Cc, Delivered-To, X-Original-To,
// Envelope-To.
std::vector<std::string> addressed_to(const Mail& mail);

}
