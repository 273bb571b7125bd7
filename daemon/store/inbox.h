// SPDX-License-Identifier: MIT
// Mails that came in: one row each from the first commit, the raw bytes sealed, with what was decided about
// it. A mail is known by (mailbox, folder, UIDVALIDITY, UID); the same Message-ID, sender and content under
// another key is a copy. Nothing is dropped without a row.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/store/store.h"
#include "workflow/model/audience.h"
#include "workflow/model/identity.h"
#include "workflow/model/instant.h"

namespace mentoring {

inline constexpr std::size_t inbox_batch_max = 100;

struct MailKey {
    std::string mailbox;  // its name in the settings
    std::string folder;
    std::uint32_t uid_validity = 0;
    std::uint32_t uid = 0;
    auto operator<=>(const MailKey&) const = default;
};

// `copy`: the same mail under another key. `ignored`: not ours, only key and hash are kept. `conversation`
// and `forgotten`: the row stays, the body is erased.
enum class Verdict { waiting, decided, held, quarantined, conversation, ignored, forgotten, copy };

// Of a waiting mail: a human has looked at it and lets it be decided.
inline constexpr std::string_view reason_released = "released";

struct ReceivedMail {
    MailKey key;
    std::string message_id;  // without angle brackets; empty where there is none
    std::string sender;      // address of From
    Instant arrived{};       // INTERNALDATE
    std::uint64_t size = 0;  // RFC822.SIZE, octets
    std::string raw;         // the whole mail
};

enum class Arrival { fresh, copy, known };
struct Added {
    InboxId id;
    Arrival arrival = Arrival::fresh;
};

// What was decided about a mail. `reason` is a phrase of ours; `audience` says who may read the body of a
// held or quarantined mail (empty: the operator).
struct Ruling {
    Verdict verdict = Verdict::decided;
    std::string reason;
    Audience audience;
    CaseId case_id;
    PersonId person;
};

struct InboxRow {
    InboxId id;
    MailKey key;
    std::string message_id;
    std::string sender;
    Instant arrived{};
    Instant received{};
    std::optional<Instant> ruled;
    std::uint64_t size = 0;
    int attempts = 0;
    Verdict verdict = Verdict::waiting;
    std::string reason;
    Audience audience;
    CaseId case_id;
    PersonId person;
    InboxId copy_of;
    bool has_body = false;
};

// What claim() hands out: rows to decide now, and rows set aside because reading them alone has already ended
// a process.
struct Claimed {
    std::vector<InboxRow> rows;
    std::vector<InboxRow> set_aside;
};

class Inbox {
public:
    explicit Inbox(Store& store) : store_(store) {}

    // Keeps it for deciding. A known key changes nothing; a copy is recorded without a body. A mail that was
    // ignored elsewhere and now lies in another folder (dragged there) is fresh.
    Added add(const ReceivedMail& mail, Instant now);
    // Keeps a mail of which there are no bytes (too big, vanished, a server's refusal) with its ruling, or to
    // be decided by its reason alone. The same header block under another UIDVALIDITY is a copy.
    Added add_unread(const ReceivedMail& mail, std::string_view header, const Ruling& ruling, Instant now);
    // Of mail that is not ours: key and hash of its header block, nothing else.
    Added ignore(const MailKey& key, std::string_view header, Instant arrived, Instant now);
    std::optional<InboxId> find(const MailKey& key) const;
    // True where this header block was ignored in that folder under another UIDVALIDITY.
    bool was_ignored(const MailKey& key, std::string_view header) const;
    std::vector<InboxId> with_message_id(std::string_view message_id) const;

    // Commits by itself: counts an attempt for the next waiting rows, oldest first, before anybody reads
    // them. Rows that a dead process had claimed come alone; a row that ended a process alone is quarantined.
    // Asking again within one run counts nothing twice.
    Claimed claim(std::size_t limit, Instant now);
    // Commits by itself: takes the attempt back where the fault was not the mail's (disk full, clean stop).
    void give_back(const std::vector<InboxId>& ids);

    std::optional<InboxRow> load(InboxId id) const;
    // The raw bytes; empty where they are erased or never came.
    std::string raw(InboxId id) const;
    // Conversation, ignored and forgotten erase the body.
    void rule(InboxId id, const Ruling& ruling, Instant now);
    void erase_body(InboxId id);
    // Every mail of the case, or ruled about that person.
    std::vector<InboxRow> of_case(CaseId id) const;
    std::vector<InboxRow> of_person(PersonId id) const;

    std::vector<InboxRow> list(Verdict verdict, std::size_t limit) const;  // the newest first
    std::int64_t count(Verdict verdict) const;
    // Held or quarantined: back to waiting with no attempts; false where the row is neither or has no body.
    bool release(InboxId id, Instant now);
    // Held or quarantined: body erased, the row stays as forgotten with the reason.
    bool drop(InboxId id, std::string_view reason, Instant now);
    // Bodies of mails ruled before `until` with that verdict, at most `limit` at once; how many were erased.
    std::int64_t erase_bodies(Verdict verdict, Instant until, std::size_t limit);
    // The rows themselves, of mails of no case that were ruled before `until`; how many.
    std::int64_t erase_rows(Instant until, std::size_t limit);

private:
    Store& store_;
};

std::string_view to_string(Verdict verdict);
std::optional<Verdict> verdict_from(std::string_view text);

}
