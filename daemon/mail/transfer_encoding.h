// SPDX-License-Identifier: MIT
// The body of a text part for any server: as it is where it is plain ASCII of short lines, else
// quoted-printable (RFC 2045 §6.7). CRLF throughout.
#pragma once

#include <string>
#include <string_view>

namespace mentoring {

struct TransferText {
    std::string encoding;  // "7bit" or "quoted-printable"
    std::string octets;    // ends with CRLF
};

TransferText transfer_text(std::string_view text);

}
