// SPDX-License-Identifier: MIT
// When a letter leaves. Receipts and alarms go at once; everything else goes in the receiver's own working
// hours, and what nobody asked for (reminders, check-ins) is counted: two a month to a member or mentor, one
// a working day to an office.
#pragma once

#include <optional>
#include <vector>

#include "workflow/deciding/calendar.h"
#include "workflow/model/effect.h"
#include "workflow/model/program.h"
#include "workflow/model/surroundings.h"

namespace mentoring {

inline constexpr int day_begins_hour = 8;
inline constexpr int day_ends_hour = 18;
inline constexpr std::size_t unasked_in_a_month_max = 2;
inline constexpr std::size_t unasked_in_a_month_fewer = 1;  // LESS
// An unasked letter that cannot go sooner than this is not sent at all: it would be out of date.
inline constexpr std::chrono::hours unasked_delay_max{10 * 24};

// The earliest instant it may leave: rest, then working hours where the recipient lives. `recipient` is
// nullptr for an address that belongs to nobody on the roster.
Instant due_to_leave(const Letter& letter, const Person* recipient, const Surroundings& surroundings,
                     Instant now);

// The same, with the unasked letters that she already had or that wait for her (any order). Nothing: it is
// not sent, and the row says so.
enum class Receiver { party, office };
Receiver receiver_of(const Program& program, const Letter& letter);
std::optional<Instant> within_budget(const Program& program, const Letter& letter, const Person* recipient,
                                     const Surroundings& surroundings,
                                     const std::vector<Instant>& unasked_before, Instant now);

// What falls due together is one letter: reminders to one person as one that lists them. The first keeps its
// place; letters that are no reminders stay as they are.
std::vector<Letter> gathered(std::vector<Letter> letters);

}
