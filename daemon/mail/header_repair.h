// SPDX-License-Identifier: MIT
// The header of an entity made fit for a strict parser: one field a line, "Name: value\n", unfolded, without
// NUL. Repaired are an mbox "From " line, folds that lost their blank, lines without a colon, blanks before
// the colon, a missing blank line before the body, CR, LF and CRLF in any mixture, a missing final line end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "daemon/mail/open_boundaries.h"

namespace mentoring {

struct RepairedHeader {
    std::string fields;              // as said above
    std::size_t body = 0;            // offset of the body in `entity`
    const char* exceeded = nullptr;  // the limit the header exceeds, a phrase
};

// `entity` begins with the header. A line that matches an open boundary ends it.
RepairedHeader repair_header(std::string_view entity, const OpenBoundaries& open);

// The value of the first field of that name in repaired fields; empty where there is none.
std::string_view repaired_field(std::string_view fields, std::string_view name);

}
