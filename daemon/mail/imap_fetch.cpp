// SPDX-License-Identifier: MIT
#include "daemon/mail/imap_fetch.h"

#include <deque>
#include <set>

#include "daemon/mail/imap_mailbox.h"
#include "daemon/mail/uid_set.h"

namespace mentoring {

namespace asio = boost::asio;

namespace {

// RFC822.SIZE is a little off at some servers.
constexpr std::size_t size_slack = 64 * 1024;

struct Outstanding {
    std::string tag;
    FetchBatch batch;
};

class Fetching {
public:
    Fetching(ImapTalk& talk, std::vector<FetchBatch> batches, std::chrono::milliseconds answering,
             const std::function<void(FetchedMail)>& take)
        : talk_(talk),
          answering_(answering),
          take_(take),
          waiting_(std::make_move_iterator(batches.begin()), std::make_move_iterator(batches.end())) {}

    asio::awaitable<void> run() {
        talk_.allow_literals(mail_octets_max + size_slack);
        while (!waiting_.empty() || !outstanding_.empty()) {
            co_await fill_window();
            auto response = co_await talk_.next();
            if (auto* fetched = std::get_if<ImapFetched>(&response)) {
                hand_over(*fetched);
            } else if (const auto* answer = std::get_if<ImapTagged>(&response)) {
                settle(*answer);
            }
        }
        talk_.allow_literals(imap_literal_octets_max);
    }

private:
    asio::awaitable<void> fill_window() {
        while (!waiting_.empty() && outstanding_.size() < fetch_commands_outstanding) {
            auto batch = std::move(waiting_.front());
            waiting_.pop_front();
            wanted_.insert(batch.uids.begin(), batch.uids.end());
            octets_ += batch.octets;
            allow();
            auto tag = co_await talk_.send("UID FETCH " + uid_set(batch.uids) + " (UID BODY.PEEK[])");
            outstanding_.push_back({std::move(tag), std::move(batch)});
        }
    }

    void allow() { talk_.allow(answering_ + std::chrono::seconds(octets_ / octets_a_second_min)); }

    void hand_over(ImapFetched& fetched) {
        if (!fetched.uid || !fetched.body || !fetched.section.empty()) return;
        if (wanted_.erase(*fetched.uid) == 0) return;
        take_(FetchedMail{*fetched.uid, std::move(*fetched.body)});
    }

    void settle(const ImapTagged& answer) {
        if (outstanding_.empty() || outstanding_.front().tag != answer.tag)
            talk_.fail("an answer to no question");
        const auto batch = std::move(outstanding_.front().batch);
        outstanding_.pop_front();
        octets_ -= batch.octets;
        allow();
        if (answer.status.condition == ImapCondition::bad) talk_.fail("UID FETCH refused");
        if (answer.status.condition == ImapCondition::no && batch.uids.size() > 1) ask_one_by_one(batch);
        for (const auto uid : batch.uids) wanted_.erase(uid);
    }

    // One mail that the server cannot read shall not keep back its neighbours.
    void ask_one_by_one(const FetchBatch& batch) {
        for (const auto uid : batch.uids)
            if (wanted_.count(uid) != 0) waiting_.push_back({{uid}, batch.octets});
    }

    ImapTalk& talk_;
    std::chrono::milliseconds answering_;
    const std::function<void(FetchedMail)>& take_;
    std::deque<FetchBatch> waiting_;
    std::deque<Outstanding> outstanding_;
    std::set<std::uint32_t> wanted_;
    std::uint64_t octets_ = 0;
};

}

std::vector<FetchBatch> fetch_batches(const std::vector<std::uint32_t>& uids,
                                      const std::map<std::uint32_t, std::uint64_t>& sizes) {
    std::vector<FetchBatch> batches;
    for (const auto uid : uids) {
        const auto size = sizes.find(uid);
        if (size == sizes.end() || size->second > mail_octets_max) continue;
        if (batches.empty() || batches.back().uids.size() >= fetch_mails_max ||
            batches.back().octets + size->second > fetch_octets_max)
            batches.emplace_back();
        batches.back().uids.push_back(uid);
        batches.back().octets += size->second;
    }
    return batches;
}

asio::awaitable<void> fetch_mails(ImapTalk& talk, std::vector<FetchBatch> batches,
                                  std::chrono::milliseconds answering,
                                  const std::function<void(FetchedMail)>& take) {
    Fetching fetching(talk, std::move(batches), answering, take);
    co_await fetching.run();
}

}
