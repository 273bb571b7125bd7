// SPDX-License-Identifier: MIT
#include "daemon/stations/receive.h"

#include <algorithm>

#include "daemon/stations/sift.h"
#include "daemon/store/catching_up.h"
#include "daemon/store/inbox.h"
#include "daemon/store/mailboxes.h"

namespace mentoring {

namespace {

using boost::asio::awaitable;

// A day back: servers keep INTERNALDATE in their own zone.
Date resume_day(Instant arrived) {
    return Date{std::chrono::floor<std::chrono::days>(arrived) - std::chrono::days{1}};
}

struct Watched {
    std::string folder;
    std::optional<Date> since;  // where a first reading begins
};

class FolderReading {
public:
    FolderReading(Mailbox& mailbox, Store& store, const House& house, const MailboxSettings& settings,
                  const Clock& clock, const Watched& watched)
        : mailbox_(mailbox),
          store_(store),
          house_(house),
          settings_(settings),
          clock_(clock),
          folder_(watched.folder),
          since_(watched.since) {}

    awaitable<Received> read() {
        const auto status = co_await mailbox_.open(folder_);
        const auto uids = co_await unread(status);
        for (std::size_t from = 0; from < uids.size(); from += receive_batch_mails) {
            const auto until = std::min(uids.size(), from + receive_batch_mails);
            co_await read_batch({uids.begin() + static_cast<std::ptrdiff_t>(from),
                                 uids.begin() + static_cast<std::ptrdiff_t>(until)});
        }
        finish(status);
        co_return received_;
    }

private:
    // What there is to look at, and where the position starts: at UIDNEXT the first time, after the last UID
    // seen, or – when the server has numbered anew – from the day of the last mail, where hashes tell what is
    // known.
    awaitable<std::vector<std::uint32_t>> unread(const FolderStatus& status) {
        const auto known = Mailboxes(store_).load(settings_.name, folder_);
        kept_ = known;
        if (known) position_ = *known;
        position_.mailbox = settings_.name;
        position_.folder = folder_;
        const bool renumbered = known && known->uid_validity != status.uid_validity;
        position_.uid_validity = status.uid_validity;
        if (known && !renumbered) co_return co_await mailbox_.list_after(position_.uid_seen);
        position_.uid_seen = 0;
        if (renumbered && position_.arrived)
            co_return co_await mailbox_.list_since(resume_day(*position_.arrived));
        if (!known && ours()) co_return co_await mailbox_.list_after(0);
        if (!known && since_) co_return co_await mailbox_.list_since(*since_);
        position_.uid_seen = status.uid_next - 1;
        co_return std::vector<std::uint32_t>{};
    }

    bool ours() const { return folder_ == settings_.folders.request; }

    awaitable<void> read_batch(std::vector<std::uint32_t> uids) {
        const auto summaries = co_await mailbox_.summaries(uids);
        std::vector<MailSummary> wanted;
        std::uint64_t octets = 0;
        for (const auto& each : summaries) {
            const auto interest = look_at(each);
            if (interest != Interest::ours) continue;
            if (!wanted.empty() && octets + each.size > receive_batch_octets) {
                co_await fetch(wanted);
                wanted.clear();
                octets = 0;
            }
            octets += each.size;
            wanted.push_back(each);
        }
        co_await fetch(wanted);
        // UIDs that vanished meanwhile have no summary and are passed over too.
        commit(uids.back());
        received_.seen += uids.size();
    }

    // Mail that is not to be fetched gets its row with the batch's commit.
    Interest look_at(const MailSummary& mail) {
        const auto found = sift(mail, folder_, settings_, house_, store_);
        if (found.interest == Interest::ours) return found.interest;
        Other other{mail, found.header.from.address, std::nullopt};
        if (found.interest == Interest::too_big) {
            other.ruling = Ruling{Verdict::waiting, std::string(reason_too_big), {}, {}, found.answerer};
            ++received_.too_big;
        } else if (found.interest == Interest::asked_in_subject) {
            other.ruling = Ruling{Verdict::waiting, std::string(reason_asked_in_subject), {}, {}, {}};
        }
        others_.push_back(std::move(other));
        return found.interest;
    }

    awaitable<void> fetch(const std::vector<MailSummary>& wanted) {
        if (wanted.empty()) co_return;
        std::vector<std::uint32_t> uids;
        for (const auto& each : wanted) uids.push_back(each.uid);
        co_await mailbox_.fetch(uids, [&](FetchedMail mail) { keep(wanted, std::move(mail)); });
        commit(uids.back());
    }

    void keep(const std::vector<MailSummary>& wanted, FetchedMail mail) {
        const auto summary = std::find_if(wanted.begin(), wanted.end(),
                                          [&](const MailSummary& each) { return each.uid == mail.uid; });
        if (summary == wanted.end()) return;
        auto read = read_header(*summary);
        fetched_.push_back({key(mail.uid), read.message_id, read.from.address, summary->arrived,
                            summary->size, std::move(mail.raw)});
    }

    Mail read_header(const MailSummary& mail) const {
        return sift(mail, folder_, settings_, house_, store_).header;
    }

    MailKey key(std::uint32_t uid) const { return {settings_.name, folder_, position_.uid_validity, uid}; }

    void commit(std::uint32_t seen) {
        const auto now = clock_.now();
        Transaction transaction(store_);
        Inbox inbox(store_);
        for (const auto& each : fetched_) received_.kept += inbox.add(each, now).arrival == Arrival::fresh;
        for (const auto& each : others_) {
            remember_arrival(each.mail.arrived);
            if (each.ruling)
                inbox.add_unread({key(each.mail.uid), {}, each.sender, each.mail.arrived, each.mail.size, {}},
                                 each.mail.header, *each.ruling, now);
            else
                inbox.ignore(key(each.mail.uid), each.mail.header, each.mail.arrived, now);
            received_.ignored += !each.ruling;
        }
        for (const auto& each : fetched_) remember_arrival(each.arrived);
        position_.uid_seen = std::max(position_.uid_seen, seen);
        Mailboxes(store_).save(position_);
        transaction.commit();
        ++received_.batches;
        fetched_.clear();
        others_.clear();
    }

    void remember_arrival(Instant arrived) {
        position_.arrived = position_.arrived ? std::max(*position_.arrived, arrived) : arrived;
    }

    void finish(const FolderStatus& status) {
        const auto now = clock_.now();
        if (!position_.arrived) position_.arrived = now;
        position_.uid_seen = std::max(position_.uid_seen, status.uid_next - 1);
        position_.read_until = now;
        if (position_ == kept_) return;  // a second look at the same instant tells nothing new
        Transaction transaction(store_);
        Mailboxes(store_).save(position_);
        transaction.commit();
    }

    struct Other {
        MailSummary mail;
        std::string sender;
        std::optional<Ruling> ruling;
    };

    Mailbox& mailbox_;
    Store& store_;
    const House& house_;
    const MailboxSettings& settings_;
    const Clock& clock_;
    std::string folder_;
    std::optional<Date> since_;
    FolderPosition position_;
    std::optional<FolderPosition> kept_;  // as the store has it
    std::vector<ReceivedMail> fetched_;
    std::vector<Other> others_;
    Received received_;
};

void add(Received& sum, const Received& part) {
    sum.seen += part.seen;
    sum.kept += part.kept;
    sum.ignored += part.ignored;
    sum.too_big += part.too_big;
    sum.batches += part.batches;
}

// The inbox last: it stays open for news. After a restore also what the lost store had dealt
// with since the backup, where it was moved to.
std::vector<Watched> watched_folders(Store& store, const MailboxSettings& settings, bool catching_up) {
    const auto& folders = settings.folders;
    std::vector<Watched> watched;
    const auto inbox = Mailboxes(store).load(settings.name, folders.inbox);
    if (catching_up && folders.move_done && inbox && inbox->arrived)
        watched.push_back({folders.done, resume_day(*inbox->arrived)});
    for (const auto& each : {folders.request, folders.junk, folders.inbox})
        watched.push_back({each, settings.since});
    std::erase_if(watched, [](const Watched& each) { return each.folder.empty(); });
    return watched;
}

void end_reading_again(Store& store, const MailboxSettings& settings) {
    Transaction transaction(store);
    CatchingUp(store).read_to_its_end(settings.name);
    transaction.commit();
}

}

awaitable<Received> receive(Mailbox& mailbox, Store& store, const House& house,
                            const MailboxSettings& settings, const Clock& clock) {
    Received sum;
    const bool catching_up = CatchingUp(store).stage(settings.name) == CatchingUp::Stage::reading;
    for (const auto& each : watched_folders(store, settings, catching_up)) {
        FolderReading reading(mailbox, store, house, settings, clock, each);
        try {
            add(sum, co_await reading.read());
        } catch (const OutsideFailure& failure) {
            // Not every account has a folder for junk.
            const bool needed = each.folder != settings.folders.junk;
            if (needed || failure.kind() != OutsideFailure::Kind::permanent) throw;
        }
    }
    if (catching_up) {
        end_reading_again(store, settings);
        ++sum.batches;
    }
    co_return sum;
}

awaitable<void> prepare_folders(Mailbox& mailbox, const MailboxSettings& settings) {
    if (!settings.folders.request.empty()) co_await mailbox.ensure_folder(settings.folders.request);
    if (settings.folders.move_done && !settings.folders.done.empty())
        co_await mailbox.ensure_folder(settings.folders.done);
}

}
