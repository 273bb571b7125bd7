// SPDX-License-Identifier: MIT
#include "daemon/store/moves.h"

#include <algorithm>
#include <array>

#include "daemon/store/query.h"

#define MOVE_COLUMNS "id, mailbox, folder, uid_validity, uid, action, target, due, attempts"

namespace mentoring {

namespace {

constexpr std::array<std::string_view, 3> actions{"mark", "move", "erase"};

std::string_view to_string(Move::Action action) {
    return actions.at(static_cast<std::size_t>(action));
}

Move move_of(Query& query) {
    Move move;
    std::string action;
    query.read(move.id, move.key.mailbox, move.key.folder, move.key.uid_validity, move.key.uid, action,
               move.target, move.due, move.attempts);
    const auto found = std::find(actions.begin(), actions.end(), action);
    if (found == actions.end()) broken_row("moves");
    move.action = static_cast<Move::Action>(found - actions.begin());
    return move;
}

std::vector<Move> moves_of(Query& query) {
    std::vector<Move> moves;
    while (query.next()) moves.push_back(move_of(query));
    return moves;
}

}

void Moves::add(const MailKey& key, Move::Action action, std::string_view target, Instant due) {
    expect_transaction(store_);
    Query(store_,
          "INSERT OR IGNORE INTO moves (mailbox, folder, uid_validity, uid, action, target, due, attempts, "
          "state, reason) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 'pending', '')")
        .bind(key.mailbox, key.folder, key.uid_validity, key.uid, to_string(action), target, due)
        .run();
}

std::vector<Move> Moves::pending(std::string_view mailbox, std::string_view folder,
                                 std::uint32_t uid_validity, Instant now, std::size_t limit) const {
    Query query(store_, "SELECT " MOVE_COLUMNS
                        " FROM moves WHERE state = 'pending' AND mailbox = ? AND folder = ? "
                        "AND due <= ? AND uid_validity = ? ORDER BY due, id LIMIT ?");
    query.bind(mailbox, folder, now, uid_validity, limit);
    return moves_of(query);
}

std::vector<std::string> Moves::folders(std::string_view mailbox, Instant now) const {
    Query query(store_,
                "SELECT DISTINCT folder FROM moves WHERE state = 'pending' AND mailbox = ? AND due <= ? "
                "ORDER BY folder");
    query.bind(mailbox, now);
    std::vector<std::string> folders;
    while (query.next()) folders.push_back(query.value<std::string>());
    return folders;
}

void Moves::done(const std::vector<std::int64_t>& ids, Instant now) {
    expect_transaction(store_);
    for (const std::int64_t id : ids)
        Query(store_, "UPDATE moves SET state = 'done', changed = ? WHERE id = ?").bind(now, id).run();
}

void Moves::failed(const std::vector<std::int64_t>& ids, std::string_view reason, Instant now) {
    expect_transaction(store_);
    for (const std::int64_t id : ids)
        Query(store_,
              "UPDATE moves SET attempts = attempts + 1, changed = ?, reason = ?, "
              "state = CASE WHEN attempts + 1 >= ? THEN 'given up' ELSE state END "
              "WHERE id = ? AND state = 'pending'")
            .bind(now, reason, move_attempts_max, id)
            .run();
}

std::int64_t Moves::give_up_other_validity(std::string_view mailbox, std::string_view folder,
                                           std::uint32_t uid_validity, Instant now) {
    expect_transaction(store_);
    return Query(store_,
                 "UPDATE moves SET state = 'given up', reason = 'the folder was made anew', changed = ? "
                 "WHERE state = 'pending' AND mailbox = ? AND folder = ? AND uid_validity <> ?")
        .bind(now, mailbox, folder, uid_validity)
        .run();
}

std::vector<Move> Moves::given_up(std::size_t limit) const {
    Query query(store_,
                "SELECT " MOVE_COLUMNS " FROM moves WHERE state = 'given up' ORDER BY id DESC LIMIT ?");
    query.bind(limit);
    return moves_of(query);
}

std::int64_t Moves::erase_settled(Instant until) {
    expect_transaction(store_);
    return Query(store_, "DELETE FROM moves WHERE state <> 'pending' AND changed < ?").bind(until).run();
}

}
