// SPDX-License-Identifier: MIT
// The machine-readable part of a delivery status notification (RFC 3464 §2): one group of fields a recipient.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

struct ReportedRecipient {
    std::string final_recipient;     // bare address
    std::string original_recipient;  // bare address
    std::string action;              // lower case: failed, delayed, delivered, relayed, expanded
    std::string status;
    std::string diagnostic;
};

constexpr std::size_t reported_recipients_max = 100;

// The groups that name a recipient; also where a server printed the fields into the text of its mail.
std::vector<ReportedRecipient> reported_recipients(std::string_view report);

// The bare address of "rfc822; <ada@x.org>"; empty where there is none.
std::string address_in_report(std::string_view value);

}
