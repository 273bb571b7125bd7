// SPDX-License-Identifier: MIT
#include "workflow/deciding/waits.h"

#include <algorithm>
#include <charconv>

#include "workflow/deciding/calendar.h"

namespace mentoring {

namespace {

constexpr std::string_view after_prefix = "after ";
constexpr int monthly_check_ins = 3;  // of monthly-then-quarterly

std::optional<Instant> on_named_day(const Decision& decision, const std::optional<Date>& day,
                                    const Span& span) {
    if (!day) return std::nullopt;
    const auto& calendar = decision.surroundings.calendar;
    const auto due = after(calendar, morning_of(calendar, *day), span);
    return due > decision.now ? std::optional{due} : std::nullopt;
}

std::optional<Instant> due_of(const Decision& decision, const Visit& visit, const AfterWait& row) {
    const auto* pairing = pairing_numbered(decision.next, visit.pairing);
    switch (row.from) {
        case WaitFrom::entry:
            return after(decision.surroundings.calendar, decision.now, row.wait);
        case WaitFrom::given_date:
            return on_named_day(decision, pairing ? pairing->given : std::nullopt, row.wait);
        case WaitFrom::agreed_end:
            return on_named_day(decision, pairing ? pairing->until : std::nullopt, row.wait);
    }
    return std::nullopt;
}

void set_cadence(Decision& decision, const Visit& visit) {
    const auto due = next_check_in(decision.scene(), visit, decision.now, 0);
    decision.next.waits.push_back({visit.step, std::string(cadence_wait), due, 0});
}

void set_row(Decision& decision, const Visit& visit, std::size_t index) {
    if (const auto due = due_of(decision, visit, visit.state->after[index]))
        decision.next.waits.push_back(
            {visit.step, std::string(after_prefix) + std::to_string(index), *due, 0});
}

}

void set_waits(Decision& decision, const Visit& visit) {
    if (visit.state->final) return;
    const auto& rows = visit.state->after;
    const auto counted = decision.next.waits.size();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].from == WaitFrom::given_date) set_row(decision, visit, i);
    const bool has_its_day = decision.next.waits.size() > counted;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].from == WaitFrom::agreed_end || (rows[i].from == WaitFrom::entry && !has_its_day))
            set_row(decision, visit, i);
    if (visit.state->cadence) set_cadence(decision, visit);
}

void drop_waits(Case& of, int step) {
    std::erase_if(of.waits, [&](const Wait& each) { return each.step == step && step != 0; });
}

void renew_agreed_waits(Decision& decision, const Visit& visit) {
    const auto agreed = [&](const Wait& each) {
        const auto* row = row_of(*visit.state, each.name);
        return each.step == visit.step &&
               (each.name == cadence_wait || (row && row->from == WaitFrom::agreed_end));
    };
    std::erase_if(decision.next.waits, agreed);
    if (visit.state->cadence) set_cadence(decision, visit);
    for (std::size_t i = 0; i < visit.state->after.size(); ++i)
        if (visit.state->after[i].from == WaitFrom::agreed_end) set_row(decision, visit, i);
}

Wait* find_wait(Case& of, int step, std::string_view name) {
    const auto found = std::find_if(of.waits.begin(), of.waits.end(),
                                    [&](const Wait& each) { return each.step == step && each.name == name; });
    return found == of.waits.end() ? nullptr : &*found;
}

const AfterWait* row_of(const State& state, std::string_view name) {
    if (!name.starts_with(after_prefix)) return nullptr;
    std::size_t index = 0;
    const auto number = name.substr(after_prefix.size());
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), index);
    const bool known =
        error == std::errc{} && end == number.data() + number.size() && index < state.after.size();
    return known ? &state.after[index] : nullptr;
}

bool decisive(const AfterWait& row) {
    return !row.owner.empty() || !row.answer.empty() || !row.target.empty() || !row.outcome.empty();
}

Instant next_check_in(const Scene& scene, const Visit& visit, Instant from, int sent) {
    const auto& cadence = *visit.state->cadence;
    const auto* pairing = pairing_numbered(scene.of, visit.pairing);
    auto rhythm = pairing && pairing->rhythm ? *pairing->rhythm : cadence.rhythm;
    if (cadence.monthly_then_quarterly) rhythm = {sent < monthly_check_ins ? 1 : 3, Rhythm::Unit::months};
    return after(scene.surroundings.calendar, from, rhythm);
}

void make_up_for_outage(Decision& decision, const Wait& fired) {
    const auto delay = decision.now - fired.due;
    if (delay < outage_min) return;
    for (auto& each : decision.next.waits)
        if (each.step == fired.step && each.name != fired.name) each.due += delay;
}

}
