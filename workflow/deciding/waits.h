// SPDX-License-Identifier: MIT
// What a visit waits for: computed on entry, dropped on exit. Rows with an instant, so that a restart loses
// none; what an outage delayed moves the later waits of the same visit by as much, so nobody is taken for
// silent who was not reminded.
#pragma once

#include <string_view>

#include "workflow/deciding/decision.h"

namespace mentoring {

inline constexpr std::string_view cadence_wait = "cadence";
// The entry letter of a visit, in a decision of its own: due at once.
inline constexpr std::string_view entry_wait = "entry";
inline constexpr std::string_view concern_wait = "concern ";
inline constexpr std::string_view danger_wait = "danger";
inline constexpr Span danger_asked_first{2, Span::Unit::working_days};
inline constexpr Span danger_asked_again{5, Span::Unit::working_days};
// A wait that fires later than this was delayed by an outage.
inline constexpr std::chrono::hours outage_min{24};

// A visit that ends on a day given with the answer (a pause) waits for that day alone.
void set_waits(Decision& decision, const Visit& visit);
void drop_waits(Case& of, int step);
// Rhythm or end date were agreed on anew.
void renew_agreed_waits(Decision& decision, const Visit& visit);

Wait* find_wait(Case& of, int step, std::string_view name);
// Its row in the program; nothing for the cadence and for concerns.
const AfterWait* row_of(const State& state, std::string_view name);
// It does more than remind: somebody else takes over, or the case goes on.
bool decisive(const AfterWait& row);

// When the next check-in of the two is due after that many of them.
Instant next_check_in(const Scene& scene, const Visit& visit, Instant from, int sent);
// Everything later of the same visit is moved by the delay with which `fired` fired.
void make_up_for_outage(Decision& decision, const Wait& fired);

}
