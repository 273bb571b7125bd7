// SPDX-License-Identifier: MIT
// A store in memory, and the people, programmes and mails that its tests speak of.
#pragma once

#include <string>

#include "daemon/store/cases.h"
#include "daemon/store/inbox.h"
#include "daemon/store/outbox.h"
#include "daemon/store/people.h"
#include "daemon/store/store.h"

namespace mentoring::store_world {

inline Instant at(int seconds) {
    return Instant{std::chrono::seconds{1'770'000'000 + seconds}};
}
constexpr int minute = 60;
constexpr int hour = 3600;
constexpr int day = 86400;

inline Keys keys(char octet = 'k') {
    return Keys({{std::uint8_t{1}, Key(std::string(key_octets, octet))}});
}
inline Keys rotated_keys(char former, char current) {
    return Keys({{std::uint8_t{1}, Key(std::string(key_octets, former))},
                 {std::uint8_t{2}, Key(std::string(key_octets, current))}});
}

// Does the work inside a transaction of its own.
template <class Work>
auto committed(Store& store, Work work) {
    Transaction transaction(store);
    if constexpr (std::is_void_v<decltype(work())>) {
        work();
        transaction.commit();
    } else {
        auto result = work();
        transaction.commit();
        return result;
    }
}

inline ReceivedMail mail(std::uint32_t uid, std::string message_id, std::string body,
                         std::string sender = "ana@x.org") {
    ReceivedMail received{{"manager", "INBOX", 7, uid}, message_id, sender, at(0), 0, {}};
    received.raw = "From: " + sender + "\r\nX-Trace: " + std::to_string(uid) + "\r\n\r\n" + body;
    received.size = received.raw.size();
    return received;
}

inline Person person(std::string name, std::string address) {
    Person made;
    made.name = std::move(name);
    made.greeting = made.name;
    made.addresses = {std::move(address)};
    return made;
}

inline Person mentor(std::string name, std::string address, std::string can_help) {
    Person made = person(std::move(name), std::move(address));
    made.mentor = MentorProfile{};
    made.mentor->can_help = std::move(can_help);
    return made;
}

// review → inviting (pairings begin "asked") → running → closed; pairings end in "ended".
inline Program program(std::string name = "balance") {
    Program made;
    made.name = std::move(name);
    State inviting;
    inviting.name = "inviting";
    inviting.each = Each{};
    inviting.each->pairing_state = "asked";
    State closed;
    closed.name = "closed";
    closed.final = true;
    State ended;
    ended.name = "ended";
    ended.scope = Scope::of_pairing;
    ended.final = true;
    State review;
    review.name = "review";
    State under_way;
    under_way.name = "under-way";
    under_way.scope = Scope::of_pairing;
    State asked;
    asked.name = "asked";
    asked.scope = Scope::of_pairing;
    made.states = {review, inviting, closed, asked, under_way, ended};
    return made;
}

inline Case opened(std::string number, PersonId mentee, std::string words) {
    Case made;
    made.program = "balance";
    made.number = std::move(number);
    made.mentee = mentee;
    made.state = "review";
    made.step = made.steps = 1;
    made.opened = made.since = at(0);
    made.words["request"] = {std::move(words), mentee, {"chair"}};
    made.waits = {{1, "after 0", at(3 * day), 0}, {1, "after 1", at(8 * day), 0}};
    return made;
}

inline NewLetter letter(CaseId id, int decision, PersonId recipient, std::string name) {
    NewLetter made;
    made.mailbox = "manager";
    made.program = "balance";
    made.case_id = id;
    made.decision = decision;
    made.recipient = recipient;
    made.letter = std::move(name);
    made.role = "chair";
    made.step = 1;
    made.message_id = made.letter + "." + std::to_string(id.value) + "." + std::to_string(decision) + "." +
                      std::to_string(recipient.value) + "@x.org";
    made.envelope_from = "manager@x.org";
    made.envelope_to = "somebody@x.org";
    made.bytes = "Subject: Balance\r\n\r\nDear you,\r\n";
    made.not_before = at(0);
    return made;
}

}
