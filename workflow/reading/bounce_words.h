// SPDX-License-Identifier: MIT
// The phrases by which mail servers are known when they write in plain text.
#pragma once

#include <string>
#include <vector>

#include "workflow/reading/plain_letters.h"

namespace mentoring {

// In a subject: "returned mail", "failure notice".
const std::vector<std::string>& words_for_bounce_subject();
// In the body: "could not be delivered".
const std::vector<std::string>& words_for_not_delivered();
// The server goes on trying.
const std::vector<std::string>& words_for_still_trying();
// Above the returned letter: "below this line is a copy of the message".
const std::vector<std::string>& words_for_returned_letter();
// Local parts and names of senders that are mail servers.
const Openings& words_for_mail_server();

}
