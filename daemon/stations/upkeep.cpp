// SPDX-License-Identifier: MIT
#include "daemon/stations/upkeep.h"

#include "daemon/store/backup.h"
#include "daemon/store/cases.h"
#include "daemon/store/evaluations.h"
#include "daemon/store/inbox.h"
#include "daemon/store/markers.h"
#include "daemon/store/moves.h"
#include "daemon/store/outbox.h"

namespace mentoring {

namespace {

std::int64_t erase_mails(Store& store, const RetentionSettings& keep, Instant now) {
    Inbox inbox(store);
    return inbox.erase_bodies(Verdict::decided, now - keep.raw_mail, erased_a_turn_max) +
           inbox.erase_bodies(Verdict::held, now - keep.held, erased_a_turn_max) +
           inbox.erase_bodies(Verdict::quarantined, now - keep.held, erased_a_turn_max) +
           Outbox(store).erase_bytes_before(now - keep.words, erased_a_turn_max);
}

std::int64_t forget_cases(Store& store, const RetentionSettings& keep, Instant now) {
    Cases cases(store);
    std::int64_t forgotten = 0;
    for (const auto id : cases.closed_before(now - keep.words, erased_a_turn_max))
        forgotten += cases.forget(id, now);
    return forgotten;
}

// Who wrote to whom and when, and which case it was.
std::int64_t forget_dates(Store& store, const RetentionSettings& keep, Instant now) {
    const auto until = now - keep.dates;
    Cases cases(store);
    std::int64_t reduced = 0;
    for (const auto id : cases.forgotten_before(until, erased_a_turn_max))
        reduced += cases.reduce_to_counts(id);
    return reduced + Inbox(store).erase_rows(until, erased_a_turn_max) +
           Outbox(store).erase_rows(until, erased_a_turn_max) + Moves(store).erase_settled(until);
}

std::int64_t erase_evaluations(Store& store, const RetentionSettings& keep, Instant now) {
    return Evaluations(store).erase_words(now - keep.evaluations) +
           Concerns(store).erase_words(now - keep.evaluations);
}

void back_up_daily(Store& store, const std::filesystem::path& folder, Instant now) {
    if (folder.empty()) return;
    std::error_code unable;  // daily_backup says what is wrong with the folder
    std::filesystem::create_directories(folder, unable);
    daily_backup(store, folder.string(), now);
}

}

bool keep_up(Store& store, const House& house, Instant now) {
    Markers markers(store);
    if (markers.was_set_within("upkeep", upkeep_every, now)) return false;
    const auto& keep = house.settings.retention;
    Transaction erasing(store);
    const auto erased = erase_mails(store, keep, now) + forget_cases(store, keep, now) +
                        erase_evaluations(store, keep, now) + forget_dates(store, keep, now);
    erasing.commit();
    if (erased > 0) store.truncate_log();
    back_up_daily(store, house.settings.store.backup_folder, now);
    Transaction done(store);
    markers.set("upkeep", "", now);
    done.commit();
    return true;
}

}
