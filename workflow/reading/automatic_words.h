// SPDX-License-Identifier: MIT
// What vacation robots write, language by language, in plain letters (plain_letters.h).
#pragma once

#include <string>
#include <vector>

#include "workflow/reading/plain_letters.h"

namespace mentoring {

// Subjects that only machines begin with: "Automatic reply:".
const Openings& words_for_automatic_subject();
// Subjects of machines and of people: "Out of office".
const Openings& words_for_absence_subject();
// "I am out of the office".
const std::vector<std::string>& words_for_away();
// "I will reply when I return", "until", "limited access to e-mail", "in urgent cases": one kind a table.
const std::vector<std::string>& words_for_returning();
const std::vector<std::string>& words_for_little_access();
const std::vector<std::string>& words_for_someone_else();
// "Thank you for your message", "this is an automatic reply".
const std::vector<std::string>& words_for_received();
const std::vector<std::string>& words_for_self_described();
// The automatic reply of whoever is written to: a person speaks of it.
const std::vector<std::string>& words_for_your_automatic_reply();
// "Dear all".
const Openings& words_for_greeting();
// "Click below so that your message is delivered".
const std::vector<std::string>& words_for_challenge();
// "Your message could not be delivered", where no mail server's fields came along.
const Openings& words_for_delivery_notice();
// "Dr": the point behind it ends no sentence.
const Openings& words_for_title();
// "my", "me": in what a machine says of a message of somebody else's they do not stand.
const std::vector<std::string>& words_for_oneself();

}
