// SPDX-License-Identifier: MIT
// How far each folder of each mailbox has been read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/store/store.h"
#include "workflow/model/instant.h"

namespace mentoring {

struct FolderPosition {
    std::string mailbox;
    std::string folder;
    std::uint32_t uid_validity = 0;
    std::uint32_t uid_seen = 0;         // every UID up to it has a row or was before our time
    std::optional<Instant> arrived;     // latest INTERNALDATE seen: where a new UIDVALIDITY resumes
    std::optional<Instant> read_until;  // when the folder was last read to its end
    bool operator==(const FolderPosition&) const = default;
};

class Mailboxes {
public:
    explicit Mailboxes(Store& store) : store_(store) {}
    std::optional<FolderPosition> load(std::string_view mailbox, std::string_view folder) const;
    void save(const FolderPosition& position);
    std::vector<FolderPosition> list() const;

private:
    Store& store_;
};

}
