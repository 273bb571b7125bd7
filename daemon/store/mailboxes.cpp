// SPDX-License-Identifier: MIT
#include "daemon/store/mailboxes.h"

#include "daemon/store/query.h"

namespace mentoring {

namespace {

FolderPosition position_of(Query& query) {
    FolderPosition position;
    query.read(position.mailbox, position.folder, position.uid_validity, position.uid_seen, position.arrived,
               position.read_until);
    return position;
}

}

std::optional<FolderPosition> Mailboxes::load(std::string_view mailbox, std::string_view folder) const {
    Query query(store_,
                "SELECT mailbox, folder, uid_validity, uid_seen, arrived, read_until FROM folders "
                "WHERE mailbox = ? AND folder = ?");
    query.bind(mailbox, folder);
    if (!query.next()) return std::nullopt;
    return position_of(query);
}

void Mailboxes::save(const FolderPosition& position) {
    expect_transaction(store_);
    Query(store_,
          "INSERT OR REPLACE INTO folders (mailbox, folder, uid_validity, uid_seen, arrived, read_until) "
          "VALUES (?, ?, ?, ?, ?, ?)")
        .bind(position.mailbox, position.folder, position.uid_validity, position.uid_seen, position.arrived,
              position.read_until)
        .run();
}

std::vector<FolderPosition> Mailboxes::list() const {
    Query query(store_,
                "SELECT mailbox, folder, uid_validity, uid_seen, arrived, read_until FROM folders "
                "ORDER BY mailbox, folder");
    std::vector<FolderPosition> positions;
    while (query.next()) positions.push_back(position_of(query));
    return positions;
}

}
