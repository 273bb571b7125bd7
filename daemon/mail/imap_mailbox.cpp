// SPDX-License-Identifier: MIT
#include "daemon/mail/imap_mailbox.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <cassert>
#include <charconv>

#include "daemon/mail/folder_name.h"
#include "daemon/mail/imap_fetch.h"
#include "daemon/mail/imap_talk.h"
#include "daemon/mail/printable.h"
#include "daemon/mail/uid_set.h"

namespace mentoring {

namespace asio = boost::asio;

namespace {

using Uids = std::vector<std::uint32_t>;

constexpr std::size_t listed_mails_max = 50'000;  // in one answer, which is one line
constexpr std::size_t uids_in_command_max = 500;
constexpr std::chrono::seconds leaving_patience{5};

std::vector<Uids> chunks(const Uids& uids, std::size_t count) {
    std::vector<Uids> result;
    for (std::size_t begin = 0; begin < uids.size(); begin += count) {
        const auto end = std::min(begin + count, uids.size());
        result.emplace_back(uids.begin() + static_cast<std::ptrdiff_t>(begin),
                            uids.begin() + static_cast<std::ptrdiff_t>(end));
    }
    return result;
}

std::uint32_t number_in(const std::string& text) {
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool has_word(const std::string& list, const std::string& word) {
    const auto found = list.find(word);
    if (found == std::string::npos) return false;
    const auto after = found + word.size();
    return (found == 0 || list[found - 1] == ' ' || list[found - 1] == '(') &&
           (after == list.size() || list[after] == ' ' || list[after] == ')');
}

std::string search_day(Date day) {
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    assert(day.ok());
    return std::to_string(static_cast<unsigned>(day.day())) + "-" +
           months[static_cast<unsigned>(day.month()) - 1] + "-" +
           std::to_string(static_cast<int>(day.year()));
}

void expect_keyword(const std::string& keyword) {
    assert(!keyword.empty() && keyword.find_first_of(" (){%*\"\\]\r\n") == std::string::npos);
    static_cast<void>(keyword);
}

std::string folder_argument(const std::string& folder) {
    const auto name = modified_utf7(folder);
    if (!name) throw OutsideFailure(OutsideFailure::Kind::permanent, "folder: no name for one");
    return imap_quoted(*name);
}

}

struct ImapMailbox::State {
    MailServer server;
    Login login;
    std::unique_ptr<ImapTalk> talk;
    std::unique_ptr<asio::steady_timer> poll;
    bool woken = false;
    bool keeps_keywords = false;  // the open folder

    ImapTalk& open_talk() const {
        if (!talk) throw OutsideFailure(OutsideFailure::Kind::transient, server.host + ": not connected");
        return *talk;
    }

    // After a failure nobody knows what the server will say next.
    template <class Work>
    asio::awaitable<void> guarded(Work work) {
        try {
            co_await work(open_talk());
        } catch (...) {
            talk.reset();
            throw;
        }
    }

    asio::awaitable<FolderStatus> select(const std::string& folder);
    asio::awaitable<Uids> search(std::string criterion);
    asio::awaitable<Uids> list(std::string criterion);
    asio::awaitable<std::map<std::uint32_t, std::uint64_t>> sizes(Uids uids);
    asio::awaitable<void> ask(Uids uids, std::string items, ImapTalk::Untagged untagged);
    asio::awaitable<void> create(std::string folder);
    asio::awaitable<void> transfer(std::string verb, std::string set, std::string folder);
    asio::awaitable<void> expunge(Uids uids);
    asio::awaitable<void> idle(std::chrono::seconds longest, std::chrono::seconds rest);
    asio::awaitable<void> pause(std::chrono::seconds span);
};

ImapMailbox::ImapMailbox(MailServer server, Login login)
    : state_(std::make_unique<State>(State{std::move(server), std::move(login), {}, {}})) {}

ImapMailbox::~ImapMailbox() = default;

asio::awaitable<FolderStatus> ImapMailbox::State::select(const std::string& folder) {
    FolderStatus status;
    status.uid_next = 0;
    std::string permanent_flags;
    const auto untagged = [&](ImapResponse& response) {
        const auto* said = std::get_if<ImapUntagged>(&response);
        if (said == nullptr) return;
        if (said->status.code == "UIDVALIDITY") status.uid_validity = number_in(said->status.arguments);
        if (said->status.code == "UIDNEXT") status.uid_next = number_in(said->status.arguments);
        if (said->status.code == "PERMANENTFLAGS") permanent_flags = said->status.arguments;
    };
    const auto answer = co_await talk->require("SELECT " + folder_argument(folder), untagged);
    if (status.uid_validity == 0 || status.uid_next == 0)
        talk->fail("SELECT gave no UIDVALIDITY or UIDNEXT", OutsideFailure::Kind::permanent);
    if (talk->mails() > folder_mails_max)
        talk->fail("the folder holds too many mails", OutsideFailure::Kind::permanent);
    status.keywords_allowed = answer.code != "READ-ONLY" &&
                              (has_word(permanent_flags, "\\*") || has_word(permanent_flags, our_keyword));
    keeps_keywords = status.keywords_allowed;
    talk->take_news();
    co_return status;
}

asio::awaitable<FolderStatus> ImapMailbox::open(const std::string& folder) {
    if (!state_->talk) state_->talk = co_await ImapTalk::begin(state_->server, state_->login);
    FolderStatus status;
    co_await state_->guarded(
        [&](ImapTalk&) -> asio::awaitable<void> { status = co_await state_->select(folder); });
    co_return status;
}

// In slices of sequence numbers, so that no answer is too long, and from the top down: what is expunged
// meanwhile moves mails into slices still to come, where one seen twice does no harm.
asio::awaitable<Uids> ImapMailbox::State::search(std::string criterion) {
    std::set<std::uint32_t> found;
    std::string last = "*";
    co_await talk->require("NOOP");
    talk->take_news();
    for (std::uint32_t top = talk->mails(), end = 0; top > 0; top = end) {
        end = top > listed_mails_max ? top - static_cast<std::uint32_t>(listed_mails_max) : 0;
        const auto slice = std::to_string(end + 1) + ":" + std::exchange(last, std::to_string(end));
        co_await talk->require("UID SEARCH " + slice + " " + criterion, [&](ImapResponse& response) {
            if (const auto* part = std::get_if<ImapFound>(&response))
                found.insert(part->uids.begin(), part->uids.end());
        });
        if (found.size() > folder_mails_max) talk->fail("UID SEARCH found more mails than there are");
    }
    found.erase(0);
    co_return Uids(found.begin(), found.end());
}

asio::awaitable<Uids> ImapMailbox::list_after(std::uint32_t after) {
    if (after == UINT32_MAX) co_return Uids{};
    auto uids = co_await state_->list("UID " + std::to_string(after + 1) + ":*");
    // "n:*" names the last mail even where its UID is below n.
    uids.erase(uids.begin(), std::upper_bound(uids.begin(), uids.end(), after));
    co_return uids;
}

asio::awaitable<Uids> ImapMailbox::State::list(std::string criterion) {
    Uids uids;
    co_await guarded([&](ImapTalk&) -> asio::awaitable<void> { uids = co_await search(criterion); });
    co_return uids;
}

asio::awaitable<Uids> ImapMailbox::list_since(Date day) {
    co_return co_await state_->list("SINCE " + search_day(day));
}

asio::awaitable<Uids> ImapMailbox::list_marked(const std::string& keyword, Date before) {
    expect_keyword(keyword);
    co_return co_await state_->list("KEYWORD " + keyword + " BEFORE " + search_day(before));
}

// One mail that the server cannot read shall not keep back its neighbours: it is left out.
asio::awaitable<void> ImapMailbox::State::ask(Uids uids, std::string items, ImapTalk::Untagged untagged) {
    const auto answer = co_await talk->command("UID FETCH " + uid_set(uids) + items, untagged);
    if (answer.condition == ImapCondition::bad) talk->fail("UID FETCH refused: " + printable(answer.text));
    if (answer.condition == ImapCondition::ok || uids.size() == 1) co_return;
    for (const auto uid : uids) co_await ask(Uids(1, uid), items, untagged);
}

asio::awaitable<std::vector<MailSummary>> ImapMailbox::summaries(const Uids& uids) {
    std::map<std::uint32_t, MailSummary> found;
    const std::set<std::uint32_t> wanted(uids.begin(), uids.end());
    const auto untagged = [&](ImapResponse& response) {
        auto* fetched = std::get_if<ImapFetched>(&response);
        if (fetched == nullptr || !fetched->uid || !fetched->body || wanted.count(*fetched->uid) == 0) return;
        if (fetched->section != "HEADER") return;
        fetched->body->resize(std::min(fetched->body->size(), header_octets_max));
        found[*fetched->uid] =
            MailSummary{*fetched->uid, fetched->size.value_or(0), fetched->arrived.value_or(Instant{}),
                        fetched->flags.value_or(std::set<std::string>{}), std::move(*fetched->body)};
    };
    const auto items = " (UID FLAGS RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER]<0." +
                       std::to_string(header_octets_max) + ">)";
    co_await state_->guarded([&](ImapTalk&) -> asio::awaitable<void> {
        for (const auto& chunk : chunks(uids, fetch_mails_max)) co_await state_->ask(chunk, items, untagged);
    });
    std::vector<MailSummary> result;
    for (auto& [uid, summary] : found) result.push_back(std::move(summary));
    co_return result;
}

asio::awaitable<std::map<std::uint32_t, std::uint64_t>> ImapMailbox::State::sizes(Uids uids) {
    std::map<std::uint32_t, std::uint64_t> result;
    const std::set<std::uint32_t> wanted(uids.begin(), uids.end());
    const auto untagged = [&](ImapResponse& response) {
        const auto* fetched = std::get_if<ImapFetched>(&response);
        if (fetched == nullptr || !fetched->uid || !fetched->size || wanted.count(*fetched->uid) == 0) return;
        result[*fetched->uid] = *fetched->size;
    };
    for (const auto& chunk : chunks(uids, uids_in_command_max))
        co_await ask(chunk, " (UID RFC822.SIZE)", untagged);
    co_return result;
}

asio::awaitable<void> ImapMailbox::fetch(const Uids& uids, const std::function<void(FetchedMail)>& take) {
    co_await state_->guarded([&](ImapTalk& talk) -> asio::awaitable<void> {
        const auto sizes = co_await state_->sizes(uids);
        co_await fetch_mails(talk, fetch_batches(uids, sizes), state_->server.answering, take);
    });
}

asio::awaitable<void> ImapMailbox::mark(const Uids& uids, const std::string& keyword) {
    expect_keyword(keyword);
    co_await state_->guarded([&](ImapTalk& talk) -> asio::awaitable<void> {
        if (!state_->keeps_keywords) co_return;
        for (const auto& chunk : chunks(uids, uids_in_command_max))
            co_await talk.require("UID STORE " + uid_set(chunk) + " +FLAGS.SILENT (" + keyword + ")");
    });
}

asio::awaitable<void> ImapMailbox::State::create(std::string folder) {
    const auto name = folder_argument(folder);
    const auto answer = co_await talk->command("CREATE " + name);
    if (answer.condition != ImapCondition::ok && answer.code != "ALREADYEXISTS")
        talk->fail("CREATE refused: " + printable(answer.text), OutsideFailure::Kind::permanent);
    co_await talk->command("SUBSCRIBE " + name);  // so that mail programs show it; no harm where they do not
}

asio::awaitable<void> ImapMailbox::State::transfer(std::string verb, std::string set, std::string folder) {
    const auto command = "UID " + verb + " " + set + " " + folder_argument(folder);
    const auto answer = co_await talk->command(command);
    if (answer.condition == ImapCondition::ok) co_return;
    if (answer.code == "TRYCREATE") co_await create(folder);
    co_await talk->require(command);
}

asio::awaitable<void> ImapMailbox::State::expunge(Uids uids) {
    const auto set = uid_set(uids);
    co_await talk->require("UID STORE " + set + " +FLAGS.SILENT (\\Deleted)");
    co_await talk->require("UID EXPUNGE " + set);
}

asio::awaitable<void> ImapMailbox::move(const Uids& uids, const std::string& folder) {
    co_await state_->guarded([&](ImapTalk& talk) -> asio::awaitable<void> {
        for (const auto& chunk : chunks(uids, uids_in_command_max)) {
            const auto set = uid_set(chunk);
            co_await state_->transfer(talk.can("MOVE") ? "MOVE" : "COPY", set, folder);
            if (talk.can("MOVE")) continue;
            if (talk.can("UIDPLUS")) {
                co_await state_->expunge(chunk);
            } else if (state_->keeps_keywords) {
                co_await talk.require("UID STORE " + set + " +FLAGS.SILENT (" + our_keyword + ")");
            }
        }
    });
}

Moving ImapMailbox::moving() const {
    const bool copies = state_->talk && !state_->talk->can("MOVE") && !state_->talk->can("UIDPLUS");
    return copies ? Moving::copies : Moving::moves;
}

asio::awaitable<void> ImapMailbox::ensure_folder(const std::string& folder) {
    co_await state_->guarded([&](ImapTalk& talk) -> asio::awaitable<void> {
        const auto name = modified_utf7(folder);
        bool exists = false;
        co_await talk.require("LIST \"\" " + folder_argument(folder), [&](ImapResponse& response) {
            const auto* found = std::get_if<ImapFolder>(&response);
            exists = exists ||
                     (found != nullptr && found->name == name && found->attributes.count("\\noselect") == 0 &&
                      found->attributes.count("\\nonexistent") == 0);
        });
        if (!exists) co_await state_->create(folder);
    });
}

asio::awaitable<void> ImapMailbox::erase(const Uids& uids) {
    co_await state_->guarded([&](ImapTalk& talk) -> asio::awaitable<void> {
        if (!talk.can("UIDPLUS"))
            talk.fail("cannot erase single mails (no UIDPLUS)", OutsideFailure::Kind::permanent);
        for (const auto& chunk : chunks(uids, uids_in_command_max)) co_await state_->expunge(chunk);
    });
}

asio::awaitable<void> ImapMailbox::State::pause(std::chrono::seconds span) {
    poll = std::make_unique<asio::steady_timer>(co_await asio::this_coro::executor, span);
    boost::system::error_code cancelled;
    co_await poll->async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
    poll.reset();
}

// IDLE may go deaf without a sign (NAT): it is renewed, and NOOP asks in any case.
asio::awaitable<void> ImapMailbox::State::idle(std::chrono::seconds longest, std::chrono::seconds rest) {
    for (auto left = longest; left.count() > 0 && !woken;) {
        const auto span = std::min({left, rest, std::chrono::seconds(idle_renewal)});
        if (!co_await talk->idle(span)) {
            co_await pause(std::min(left, rest));
            co_return;
        }
        co_await talk->require("NOOP");
        if (talk->take_news()) co_return;
        left -= span;
    }
}

asio::awaitable<void> ImapMailbox::wait_for_news(std::chrono::seconds longest, std::chrono::seconds poll) {
    co_await state_->guarded([&](ImapTalk& talk) -> asio::awaitable<void> {
        if (talk.take_news() || state_->woken) co_return;
        const auto rest = std::max(poll, std::chrono::seconds(1));
        if (talk.can("IDLE")) {
            co_await state_->idle(longest, rest);
        } else {
            co_await state_->pause(std::min(longest, rest));
        }
    });
    state_->woken = false;
}

void ImapMailbox::wake() {
    state_->woken = true;
    if (state_->talk) state_->talk->wake();
    if (state_->poll) state_->poll->cancel();
}

asio::awaitable<void> ImapMailbox::close() {
    if (!state_->talk) co_return;
    const auto talk = std::move(state_->talk);
    try {
        talk->allow(leaving_patience);
        co_await talk->send("LOGOUT");
    } catch (const OutsideFailure&) {
        // The connection is given up anyway.
    }
}

}
