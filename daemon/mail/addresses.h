// SPDX-License-Identifier: MIT
// Address fields (RFC 5322 §3.4, §4.4) as they occur: groups, comments as names, obsolete routes, blanks
// around
// "@", missing or doubled brackets, names that are encoded, quoted, or both.
#pragma once

#include <string_view>
#include <vector>

#include "workflow/model/mail.h"

namespace mentoring {

// At most limits::addresses_max, in order. `value` is the unfolded field before any decoding.
std::vector<NamedAddress> read_addresses(std::string_view value, std::string_view likely_charset = {});

}
