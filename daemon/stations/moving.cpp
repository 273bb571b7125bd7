// SPDX-License-Identifier: MIT
#include "daemon/stations/moving.h"

#include <spdlog/spdlog.h>

#include <map>

#include "daemon/store/markers.h"
#include "daemon/store/moves.h"

namespace mentoring {

namespace {

using boost::asio::awaitable;

// One command for all mails with the same fate.
struct Fate {
    Move::Action action;
    std::string target;
    auto operator<=>(const Fate&) const = default;
};
struct Together {
    std::vector<std::uint32_t> uids;
    std::vector<std::int64_t> rows;
};

std::map<Fate, Together> gathered(const std::vector<Move>& pending) {
    std::map<Fate, Together> fates;
    for (const auto& each : pending) {
        auto& together = fates[{each.action, each.target}];
        together.uids.push_back(each.key.uid);
        together.rows.push_back(each.id);
    }
    return fates;
}

awaitable<void> carry_out(Mailbox& mailbox, const Fate& fate, const std::vector<std::uint32_t>& uids) {
    switch (fate.action) {
        case Move::Action::mark:
            co_return co_await mailbox.mark(uids, fate.target);
        case Move::Action::move:
            co_return co_await mailbox.move(uids, fate.target);
        case Move::Action::erase:
            co_return co_await mailbox.erase(uids);
    }
}

awaitable<void> carry_out_in(Mailbox& mailbox, Store& store, const std::string& account,
                             const std::string& folder, const Clock& clock) {
    const auto status = co_await mailbox.open(folder);
    Moves moves(store);
    const auto now = clock.now();
    const auto pending = moves.pending(account, folder, status.uid_validity, now, moves_a_turn_max);
    // Marks before moves (the order of Action): a moved mail has no UID here any more.
    for (const auto& [fate, together] : gathered(pending)) {
        std::string reason;
        try {
            co_await carry_out(mailbox, fate, together.uids);
        } catch (const OutsideFailure& failure) {
            if (failure.kind() == OutsideFailure::Kind::transient) throw;
            reason = failure.what();
        }
        Transaction transaction(store);
        reason.empty() ? moves.done(together.rows, now) : moves.failed(together.rows, reason, now);
        transaction.commit();
    }
    Transaction transaction(store);
    moves.give_up_other_validity(account, folder, status.uid_validity, now);
    transaction.commit();
}

}

awaitable<void> carry_out_moves(Mailbox& mailbox, Store& store, const MailboxSettings& settings,
                                const Clock& clock) {
    const auto folders = Moves(store).folders(settings.name, clock.now());
    for (const auto& each : folders) co_await carry_out_in(mailbox, store, settings.name, each, clock);
}

awaitable<void> clear_done(Mailbox& mailbox, Store& store, const MailboxSettings& settings,
                           std::chrono::days kept, const Clock& clock) {
    const auto& folder = settings.folders.done;
    if (!settings.folders.move_done || folder.empty() || folder == settings.folders.inbox) co_return;
    const auto marker = "cleared " + settings.name;
    const auto now = clock.now();
    if (Markers(store).was_set_within(marker, clear_every, now)) co_return;
    co_await mailbox.open(folder);
    const Date before{std::chrono::floor<std::chrono::days>(now - kept)};
    const auto old = co_await mailbox.list_marked(our_keyword, before);
    if (!old.empty()) {
        try {
            co_await mailbox.erase(old);
            spdlog::info("mailbox {}: {} mails that were dealt with erased from {}", settings.name,
                         old.size(), folder);
        } catch (const OutsideFailure& failure) {
            if (failure.kind() == OutsideFailure::Kind::transient) throw;
            spdlog::warn("mailbox {}: {} is not cleared: {}", settings.name, folder, failure.what());
        }
    }
    Transaction transaction(store);
    Markers(store).set(marker, "", now);
    transaction.commit();
}

}
