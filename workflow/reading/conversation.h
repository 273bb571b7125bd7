// SPDX-License-Identifier: MIT
// Whether a mail speaks to us. What two people of a case write to each other, with us among the copied, is
// theirs: nothing is read from it but that it happened.
#pragma once

#include <string>
#include <vector>

#include "workflow/model/address.h"
#include "workflow/model/mail.h"

namespace mentoring {

enum class Audible { to_us, conversation };

// Details of our mailbox count as ours; `parties`: addresses of the other persons of the case.
Audible spoken_to(const Mail& mail, const Address& our_mailbox, char separator,
                  const std::vector<std::string>& parties);

}
