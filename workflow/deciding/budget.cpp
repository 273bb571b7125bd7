// SPDX-License-Identifier: MIT
#include "workflow/deciding/budget.h"

#include <algorithm>

namespace mentoring {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::sys_days;

constexpr days month{30};
constexpr int days_looked_at_max = 60;

const ZoneRules& zone_of(const Person* recipient, const Surroundings& surroundings) {
    if (!recipient || recipient->zone.empty()) return surroundings.calendar.zone;
    const auto found = surroundings.zones.find(recipient->zone);
    return found == surroundings.zones.end() ? surroundings.calendar.zone : found->second;
}

Instant in_working_hours(const ZoneRules& zone, const Calendar& calendar, Instant at) {
    for (int looked = 0; looked < days_looked_at_max; ++looked) {
        const auto local = local_time(zone, at);
        const auto day = std::chrono::floor<days>(local);
        const bool works = working_day(calendar, sys_days{day.time_since_epoch()});
        if (works && local < day + hours{day_begins_hour})
            return instant_of(zone, day + hours{day_begins_hour});
        if (works && local < day + hours{day_ends_hour}) return at;
        at = instant_of(zone, day + days{1} + hours{day_begins_hour});
    }
    return at;
}

std::size_t allowed(Receiver receiver, const Person* recipient) {
    if (receiver == Receiver::office) return 1;
    const bool fewer = recipient && recipient->mailings != Mailings::all;
    return fewer ? unasked_in_a_month_fewer : unasked_in_a_month_max;
}

// When the oldest of those that fill the measure no longer counts.
Instant room_from(Receiver receiver, const Person* recipient, const Surroundings& surroundings,
                  std::vector<Instant> before, Instant at) {
    const auto& calendar = surroundings.calendar;
    const bool office = receiver == Receiver::office;
    const auto ends = [&](Instant each) {
        return office ? after(calendar, morning_of(calendar, local_date(calendar, each)),
                              Span{1, Span::Unit::working_days})
                      : each + month;
    };
    std::sort(before.begin(), before.end());
    std::erase_if(before, [&](Instant each) { return ends(each) <= at; });
    const auto most = allowed(receiver, recipient);
    if (before.size() < most) return at;
    return ends(before[before.size() - most]);
}

bool listed(const Letter& letter) {
    return letter.unasked && letter.rest.count() == 0;
}

}

Receiver receiver_of(const Program& program, const Letter& letter) {
    const bool office = std::any_of(program.offices.begin(), program.offices.end(),
                                    [&](const OfficeRule& each) { return each.name == letter.role; });
    return office ? Receiver::office : Receiver::party;
}

Instant due_to_leave(const Letter& letter, const Person* recipient, const Surroundings& surroundings,
                     Instant now) {
    const auto rested = now + letter.rest;
    if (letter.pace != Pace::working_hours) return rested;
    return in_working_hours(zone_of(recipient, surroundings), surroundings.calendar, rested);
}

std::optional<Instant> within_budget(const Program& program, const Letter& letter, const Person* recipient,
                                     const Surroundings& surroundings,
                                     const std::vector<Instant>& unasked_before, Instant now) {
    const auto leaves = due_to_leave(letter, recipient, surroundings, now);
    if (!letter.unasked) return leaves;
    const auto room =
        room_from(receiver_of(program, letter), recipient, surroundings, unasked_before, leaves);
    if (room > leaves + unasked_delay_max) return std::nullopt;
    return in_working_hours(zone_of(recipient, surroundings), surroundings.calendar, room);
}

std::vector<Letter> gathered(std::vector<Letter> letters) {
    std::vector<Letter> together;
    for (auto& letter : letters) {
        const auto same = std::find_if(together.begin(), together.end(), [&](const Letter& each) {
            return listed(each) && listed(letter) && each.recipient == letter.recipient;
        });
        if (same == together.end()) {
            together.push_back(std::move(letter));
            continue;
        }
        auto& rows = same->fields.rows["waiting"];
        if (same->name != "several-waiting") {
            rows.push_back(same->fields.texts);
            same->name = "several-waiting";
            same->choices.clear();
        }
        rows.push_back(letter.fields.texts);
    }
    return together;
}

}
