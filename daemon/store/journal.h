// SPDX-License-Identifier: MIT
// What happened to a case, line by line: ids, states and proofs, never words of a mail.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "daemon/store/store.h"
#include "workflow/model/identity.h"
#include "workflow/model/instant.h"

namespace mentoring {

struct JournalEntry {
    CaseId case_id;  // no case: what concerns the whole installation
    int decision = 0;
    Instant at{};
    std::string line;
    bool operator==(const JournalEntry&) const = default;
};

class Journal {
public:
    explicit Journal(Store& store) : store_(store) {}
    void add(const JournalEntry& entry);
    std::vector<JournalEntry> of(CaseId id) const;  // oldest first
    std::vector<JournalEntry> since(Instant from, std::size_t limit) const;

private:
    Store& store_;
};

}
