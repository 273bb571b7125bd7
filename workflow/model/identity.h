// SPDX-License-Identifier: MIT
// Who is meant: numbers of rows, each of its own type so that a person is never taken for a case.
#pragma once

#include <compare>
#include <cstdint>

namespace mentoring {

struct PersonId {
    std::int64_t value = 0;  // 0: nobody
    auto operator<=>(const PersonId&) const = default;
};

struct CaseId {
    std::int64_t value = 0;  // 0: no case
    auto operator<=>(const CaseId&) const = default;
};

struct InboxId {
    std::int64_t value = 0;  // 0: no mail
    auto operator<=>(const InboxId&) const = default;
};

}
