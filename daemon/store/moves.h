// SPDX-License-Identifier: MIT
// What is still to be done on the server with a mail that has been decided: a keyword, a move, an erasure.
// Rows written with the decision, carried out afterwards, repeatable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/store/inbox.h"
#include "daemon/store/store.h"

namespace mentoring {

inline constexpr int move_attempts_max = 20;

struct Move {
    enum class Action { mark, move, erase };
    std::int64_t id = 0;
    MailKey key;
    Action action = Action::mark;
    std::string target;  // keyword or folder
    Instant due{};       // not before (14 days after closure, say)
    int attempts = 0;
};

class Moves {
public:
    explicit Moves(Store& store) : store_(store) {}
    // The same action for the same mail is kept once.
    void add(const MailKey& key, Move::Action action, std::string_view target, Instant due);
    // Of one folder under its present UIDVALIDITY, oldest first.
    std::vector<Move> pending(std::string_view mailbox, std::string_view folder, std::uint32_t uid_validity,
                              Instant now, std::size_t limit) const;
    // Folders of that mailbox where something is due.
    std::vector<std::string> folders(std::string_view mailbox, Instant now) const;
    void done(const std::vector<std::int64_t>& ids, Instant now);
    // Counts an attempt; after move_attempts_max the row is given up and stays listed with the reason.
    void failed(const std::vector<std::int64_t>& ids, std::string_view reason, Instant now);
    // Rows of an older UIDVALIDITY can no longer be carried out: given up; how many.
    std::int64_t give_up_other_validity(std::string_view mailbox, std::string_view folder,
                                        std::uint32_t uid_validity, Instant now);
    std::vector<Move> given_up(std::size_t limit) const;
    // Rows done or given up before `until`; how many.
    std::int64_t erase_settled(Instant until);

private:
    Store& store_;
};

}
