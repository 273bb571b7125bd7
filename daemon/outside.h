// SPDX-License-Identifier: MIT
// The three places where this process meets the world. Everything else in the shell is called directly;
// SQLite is not abstracted. Tests put a small world behind these (tests/world), the daemon puts IMAP, SMTP
// and the system's clock.
#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "workflow/model/instant.h"

namespace mentoring {

inline constexpr const char* our_keyword = "$Mentord";  // on mails that were dealt with

// The outside failed: lost connection, refused login, unanswered command. Caught per item in a station,
// logged, retried. `permanent` is a failure that a retry cannot mend (wrong password, no such folder): the
// operator is told.
class OutsideFailure : public std::runtime_error {
public:
    enum class Kind { transient, permanent };
    OutsideFailure(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
    Kind kind() const { return kind_; }

private:
    Kind kind_;
};

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

// What a folder says of itself when it is opened (RFC 9051 §6.3.2).
struct FolderStatus {
    std::uint32_t uid_validity = 0;
    std::uint32_t uid_next = 1;
    bool keywords_allowed = false;  // PERMANENTFLAGS contains \*
};

struct MailSummary {
    std::uint32_t uid = 0;
    std::uint64_t size = 0;  // RFC822.SIZE, octets
    Instant arrived{};       // INTERNALDATE
    std::set<std::string> flags;
    std::string header;  // the raw header block, bounded by header_octets_max; empty when not asked for
};

struct FetchedMail {
    std::uint32_t uid = 0;
    std::string raw;
};

// What move() can do here: without MOVE and UIDPLUS a mail is copied, and the original stays with the
// keyword.
enum class Moving { moves, copies };

// One account's mailbox over one connection. Every call throws OutsideFailure; after a failure call open
// again.
class Mailbox {
public:
    virtual ~Mailbox() = default;
    virtual boost::asio::awaitable<FolderStatus> open(const std::string& folder) = 0;
    // UIDs above `after` of the open folder, ascending.
    virtual boost::asio::awaitable<std::vector<std::uint32_t>> list_after(std::uint32_t after) = 0;
    // UIDs whose INTERNALDATE is at or after that day (RFC 9051 §6.4.4 SINCE).
    virtual boost::asio::awaitable<std::vector<std::uint32_t>> list_since(Date day) = 0;
    // UIDs with that keyword whose INTERNALDATE is before that day (RFC 9051 §6.4.4 KEYWORD, BEFORE).
    virtual boost::asio::awaitable<std::vector<std::uint32_t>> list_marked(const std::string& keyword,
                                                                           Date before) = 0;
    // Size, date, flags and header block of each, never setting \Seen.
    virtual boost::asio::awaitable<std::vector<MailSummary>> summaries(
        const std::vector<std::uint32_t>& uids) = 0;
    // Whole mails, pipelined in batches; `take` is called once a mail, in order of arrival on the wire.
    virtual boost::asio::awaitable<void> fetch(const std::vector<std::uint32_t>& uids,
                                               const std::function<void(FetchedMail)>& take) = 0;
    virtual boost::asio::awaitable<void> mark(const std::vector<std::uint32_t>& uids,
                                              const std::string& keyword) = 0;
    // MOVE, else COPY and UID EXPUNGE of just these; never a plain EXPUNGE. Creates the folder where it is
    // missing.
    virtual boost::asio::awaitable<void> move(const std::vector<std::uint32_t>& uids,
                                              const std::string& folder) = 0;
    virtual boost::asio::awaitable<void> ensure_folder(const std::string& folder) = 0;
    // Erases just these (\Deleted and UID EXPUNGE); refuses where the server has no UIDPLUS.
    virtual boost::asio::awaitable<void> erase(const std::vector<std::uint32_t>& uids) = 0;
    // Returns at news, at the latest after `longest`; where the server has no IDLE it merely waits for
    // `poll`.
    virtual boost::asio::awaitable<void> wait_for_news(std::chrono::seconds longest,
                                                       std::chrono::seconds poll) = 0;
    // Makes a waiting wait_for_news return now.
    virtual void wake() {}
    virtual Moving moving() const { return Moving::moves; }
    // Takes leave of the server; open() comes back.
    virtual boost::asio::awaitable<void> close() { co_return; }
};

// One letter as it goes on the wire.
struct Envelope {
    std::string id;  // the outbox row's key, for the log and ENVID
    std::string sender;
    std::string recipient;
    std::string bytes;                 // CRLF, without dot stuffing
    bool return_headers_only = false;  // RET=HDRS (RFC 3461 §4.3)
};

// `before_dot`: nothing was handed over, send again. `unknown`: the dot went out and no verdict came back.
enum class Delivery { accepted, try_again, refused, before_dot, unknown };

struct SendVerdict {
    Delivery delivery = Delivery::before_dot;
    int code = 0;        // the server's reply, 0 where there was none
    std::string status;  // enhanced status "5.1.1", may be empty
    std::string reply;   // one line, bounded, printable
};

// Called with the ids of the letters whose final dot goes out next; returns when that is on disk.
using BeforeDot = std::function<void(const std::vector<std::string>& ids)>;

class Relay {
public:
    virtual ~Relay() = default;
    // One verdict a letter, in the given order. Connection trouble is a verdict, never an exception, except
    // that login and TLS trouble before the first letter throws OutsideFailure.
    virtual boost::asio::awaitable<std::vector<SendVerdict>> send(const std::vector<Envelope>& letters,
                                                                  const BeforeDot& before_dot) = 0;
    // Takes leave of the server; send() comes back.
    virtual boost::asio::awaitable<void> close() { co_return; }
};

}
