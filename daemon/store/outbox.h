// SPDX-License-Identifier: MIT
// Letters on their way out: final bytes and Message-ID fixed before the first attempt, sealed, one row for
// each (case, decision, recipient, letter) – or (programme, period, recipient, letter) where there is no
// case. queued → attempting → sent | refused | unknown; unknown is sent again with the same Message-ID.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/store/store.h"
#include "workflow/model/audience.h"
#include "workflow/model/effect.h"
#include "workflow/model/identity.h"
#include "workflow/model/instant.h"

namespace mentoring {

inline constexpr std::size_t outbox_batch_max = 100;
inline constexpr int unknown_attempts_max = 5;          // then refused: a human looks
inline constexpr std::chrono::hours refusal_after{72};  // of 4xx answers; a lost server never counts

// `stopped`: taken back while it rested. `held`: waits for a human (after a restore).
enum class OutboxState { queued, attempting, sent, refused, unknown, stopped, held };

// A digest's bytes are erased as soon as it is sent.
enum class AfterSending { keep, erase };

struct NewLetter {
    std::string mailbox;  // account it is sent through, its name in the settings
    std::string program;
    CaseId case_id;
    int decision = 0;
    std::string period;  // without a case: "2026-11", or what it answers ("mail 4711")
    PersonId recipient;  // nobody: `envelope_to` stands in the key instead
    std::string letter;  // template: "review-request"
    std::string role;    // as which she gets it
    int step = 0;        // what an answer is bound to
    Purpose purpose = Purpose::answer;
    std::string message_id;  // without angle brackets
    std::string envelope_from;
    std::string envelope_to;
    std::string bytes;  // CRLF, complete
    Instant not_before{};
    Audience audience;  // who may read it beside the recipient; for lists and quotes
    bool unasked = false;
    bool return_headers_only = false;
    AfterSending after = AfterSending::keep;
    std::string held;  // why it waits for a human from the start; empty: it does not
};

struct OutboxRow {
    std::int64_t id = 0;
    std::string mailbox;
    std::string program;
    CaseId case_id;
    int decision = 0;
    std::string period;
    PersonId recipient;
    std::string letter;
    std::string role;
    int step = 0;
    Purpose purpose = Purpose::answer;
    std::string message_id;
    std::string envelope_from;
    std::string envelope_to;
    Instant queued{};
    Instant not_before{};
    Audience audience;
    bool unasked = false;
    bool return_headers_only = false;
    AfterSending after = AfterSending::keep;
    OutboxState state = OutboxState::queued;
    int attempts = 0;
    std::optional<Instant> next_attempt;
    std::optional<Instant> attempted;
    std::optional<Instant> dot_sent;
    std::optional<Instant> sent;
    std::optional<Instant> settled;  // when it was refused, stopped or came back
    int code = 0;                    // the server's last reply
    std::string status;              // enhanced status "5.1.1"
    std::string reason;              // why refused, stopped or held; a phrase of ours
    bool has_bytes = true;
};

struct ClaimedLetter {
    OutboxRow row;
    std::string bytes;
};

struct Enqueued {
    std::int64_t id = 0;
    bool fresh = true;  // false: this letter was there already, nothing changed
};

struct SendingLimits {
    int per_minute = 0;  // 0: none
    int per_day = 0;     // the last 24 hours
    std::size_t batch = outbox_batch_max;
};

// What became of one attempt.
enum class Outcome { sent, try_again, refused, not_handed_over, unknown };
struct Attempt {
    std::int64_t id = 0;
    Outcome outcome = Outcome::not_handed_over;
    int code = 0;
    std::string status;
};

class Outbox {
public:
    explicit Outbox(Store& store) : store_(store) {}

    // The same key again yields the row that is there. Inside the decision's transaction.
    Enqueued enqueue(const NewLetter& letter, Instant now);

    // Commits by itself: what may go out through that mailbox now, oldest first, becomes `attempting`.
    std::vector<ClaimedLetter> claim(std::string_view mailbox, const SendingLimits& limits, Instant now);
    // When claim() will next find something within the limits; an instant in the past means now.
    std::optional<Instant> next_claim(std::string_view mailbox, const SendingLimits& limits,
                                      Instant now) const;
    // Commits by itself: the final dot of all these goes out next.
    void mark_dot_sent(const std::vector<std::int64_t>& ids, Instant now);
    // A letter that is refused now is an event for its case, written in the same transaction.
    using Heard = std::function<void(const OutboxRow& refused)>;
    // Commits by itself: verdicts of a batch. Returns the rows that are now refused. Bytes that are to be
    // erased when sent are gone, from the WAL too.
    std::vector<OutboxRow> finish(const std::vector<Attempt>& attempts, Instant now, const Heard& heard = {});
    // Commits by itself, while nothing is under way through that mailbox: what is `attempting` all the same
    // was left so by a crash or a full disk. Without a dot → queued, with one → unknown. How many of each.
    struct Recovered {
        std::int64_t queued = 0;
        std::int64_t unknown = 0;
    };
    Recovered recover(std::string_view mailbox, Instant now, const Heard& heard = {});

    // Letters of that case which still rest (never attempted, not_before after now): those that the effect
    // names.
    std::vector<OutboxRow> stop_resting(CaseId id, const StopLetters& which, Instant now);
    // Everything not yet sent to her: she is gone.
    std::vector<OutboxRow> stop_all_to(PersonId recipient, std::string_view reason, Instant now);
    // A bounce came back: sent → refused (permanent), with its status.
    void bounced(std::int64_t id, std::string_view status, Instant now);

    std::optional<OutboxRow> load(std::int64_t id) const;
    std::string bytes(std::int64_t id) const;  // empty where erased
    std::optional<OutboxRow> with_message_id(std::string_view message_id) const;
    // To that person in that case (no case: any), the newest first: for quoted text without marks, for
    // "status".
    std::vector<OutboxRow> letters_to(PersonId recipient, CaseId id, std::size_t limit) const;
    std::vector<OutboxRow> of_case(CaseId id) const;  // oldest first
    std::vector<OutboxRow> list(OutboxState state, std::size_t limit) const;
    std::int64_t count(OutboxState state) const;
    // For the letter budget and the daily cap of answers to one address.
    std::int64_t unasked_to(PersonId recipient, Instant since) const;
    std::int64_t queued_to(std::string_view address, std::string_view letter, Instant since) const;
    // Refused, unknown, stopped or held → queued, attempts from 0. False: no such row, or its bytes are gone.
    bool retry(std::int64_t id, Instant now);

    // An unsent one is stopped by it.
    void erase_bytes(std::int64_t id);
    // Of letters queued before `until` that are sent, refused or stopped; how many.
    std::int64_t erase_bytes_before(Instant until, std::size_t limit);
    // The rows themselves, of settled letters of no case queued before `until`, and of suppressed ones; how
    // many.
    std::int64_t erase_rows(Instant until, std::size_t limit);

    // Letters that were not sent at all (cap, breaker, gate, gone), and why. Listed, never silent.
    struct Suppressed {
        CaseId case_id;
        PersonId recipient;
        std::string address;
        std::string letter;
        std::string reason;
        Instant at{};
    };
    void suppress(const Suppressed& letter);
    std::vector<Suppressed> suppressed(Instant since, std::size_t limit) const;
    std::vector<Suppressed> suppressed_of(CaseId id) const;

private:
    Store& store_;
};

// After the n-th attempt (from 1): 1, 5, 15, 30 minutes, 1, 2, 4 hours, then every 4 hours.
std::chrono::seconds back_off(int attempts);

std::string_view to_string(OutboxState state);
std::optional<OutboxState> outbox_state_from(std::string_view text);

}
