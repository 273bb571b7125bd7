// SPDX-License-Identifier: MIT
#include "workflow/deciding/occasions.h"

#include <algorithm>

#include "workflow/deciding/calendar.h"
#include "workflow/deciding/roles.h"

namespace mentoring {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::string_view yearly_prefix = "yearly ";
constexpr int months_of_a_quarter = 3;

std::string two_digits(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

unsigned month_of(Date date) {
    return static_cast<unsigned>(date.month());
}

std::string year_of(Date date) {
    return std::to_string(static_cast<int>(date.year()));
}

struct Occurrence {
    Date date;
    std::string period;
};

// The latest first of a month on or before that day, of every `step` months.
Occurrence latest_month(Date today, int step) {
    const int back = (static_cast<int>(month_of(today)) - 1) % step;
    const Date first = year_month_day{today.year() / today.month() / day{1}} - months{back};
    const Date covered = first - months{step};
    if (step == 1) return {first, year_of(covered) + "-" + two_digits(month_of(covered))};
    const auto quarter = (month_of(covered) - 1) / months_of_a_quarter + 1;
    return {first, year_of(covered) + "-Q" + std::to_string(quarter)};
}

std::optional<Occurrence> latest_year(Date today, std::string_view month_and_day) {
    const auto date = date_from_iso(year_of(today) + "-" + std::string(month_and_day));
    if (!date) return std::nullopt;
    const Date latest = sys_days{*date} <= sys_days{today} ? *date : *date - std::chrono::years{1};
    return Occurrence{latest, year_of(latest)};
}

std::optional<Occurrence> latest(const Occasion& occasion, Date today) {
    if (occasion.when == "monthly") return latest_month(today, 1);
    if (occasion.when == "quarterly") return latest_month(today, months_of_a_quarter);
    if (occasion.when.starts_with(yearly_prefix))
        return latest_year(today, std::string_view(occasion.when).substr(yearly_prefix.size()));
    return std::nullopt;
}

std::string ratings_text(const std::vector<std::optional<int>>& ratings) {
    std::string text;
    for (const auto& each : ratings)
        text += (text.empty() ? "" : ", ") + (each ? std::to_string(*each) : std::string("–"));
    return text;
}

std::string age_text(const Calendar& calendar, Instant since, Instant now) {
    const int passed = working_days_between(calendar, since, now);
    return std::to_string(passed) + (passed == 1 ? " working day" : " working days");
}

const LetterOrder* digest_order(const Program& program) {
    for (const auto& each : program.occasions)
        if (!each.letters.empty()) return &each.letters.front();
    return nullptr;
}

Letter letter_to(const std::string& name, PersonId recipient, const std::string& role) {
    Letter letter;
    letter.name = name;
    letter.recipient = recipient;
    letter.role = role;
    return letter;
}

bool followed(const std::vector<Holding>& offices, const Holding& ending) {
    return std::any_of(offices.begin(), offices.end(), [&](const Holding& each) {
        return each.office == ending.office && sys_days{each.from} > sys_days{ending.from} &&
               sys_days{each.from} <= sys_days{*ending.until} + days{1};
    });
}

}

std::vector<DueOccasion> due_occasions(const Program& program, const Calendar& calendar, Instant last,
                                       Instant now) {
    std::vector<DueOccasion> due;
    const auto today = local_date(calendar, now);
    for (const auto& occasion : program.occasions) {
        auto occurrence = latest(occasion, today);
        if (occurrence && morning_of(calendar, occurrence->date) > now)
            occurrence = latest(occasion, Date{sys_days{today} - days{1}});
        if (!occurrence) continue;
        const auto at = morning_of(calendar, occurrence->date);
        if (at > last && at <= now) due.push_back({occasion.name, occurrence->period, at});
    }
    return due;
}

std::optional<Letter> digest(const Program& program, const Surroundings& surroundings, PersonId reader,
                             const DigestMatter& matter, Instant now) {
    const auto* order = digest_order(program);
    const bool nothing_new = matter.evaluations.empty() && matter.concerns.empty();
    if (!order || nothing_new || reader == PersonId{}) return std::nullopt;
    auto letter = letter_to(order->letter, reader, order->to);
    letter.purpose = Purpose::digest;
    for (std::size_t i = 0; i < program.rated.size() && !matter.evaluations.empty(); ++i)
        letter.fields.rows["rated"].push_back(
            {{"number", std::to_string(i + 1)}, {"question", program.rated[i]}});
    for (const auto& each : matter.evaluations)
        letter.fields.rows["evaluations"].push_back(
            {{"number", each.number}, {"ratings", ratings_text(each.ratings)}, {"comment", each.comment}});
    for (const auto& each : matter.concerns)
        letter.fields.rows["concerns"].push_back({{"number", each.number},
                                                  {"age", age_text(surroundings.calendar, each.raised, now)},
                                                  {"concern", each.words}});
    if (!matter.concerns.empty())
        for (const auto& on : program.anywhere)
            if (std::find(on.by.begin(), on.by.end(), order->to) != on.by.end() &&
                (on.does == Doing::address || on.does == Doing::second || on.does == Doing::hold_mentor))
                letter.choices.push_back({on.answer, on.takes, on.by_yes, on.by_no});
    return letter;
}

PersonId digest_reader(const Program& program, const Case& of, const Surroundings& surroundings,
                       Instant now) {
    const auto* order = digest_order(program);
    return order ? acting_for(Scene{program, of, surroundings, now}, order->to).person : PersonId{};
}

std::vector<EndingOffice> ending_offices(const Program& program, const Surroundings& surroundings,
                                         Instant now) {
    std::vector<EndingOffice> ending;
    const sys_days today{local_date(surroundings.calendar, now)};
    for (const auto& each : surroundings.offices) {
        if (!each.until || !office_named(program, each.office)) continue;
        const sys_days last{*each.until};
        if (last < today || last > today + office_ends_soon || followed(surroundings.offices, each)) continue;
        ending.push_back({each, each.office + " " + iso_date(*each.until)});
    }
    return ending;
}

std::optional<Letter> who_follows(const Program& program, const Surroundings& surroundings,
                                  const EndingOffice& ending, Instant now) {
    const Case nobody;
    const auto manager = acting_for(Scene{program, nobody, surroundings, now}, "manager").person;
    if (manager == PersonId{}) return std::nullopt;
    auto letter = letter_to("who-follows", manager, "manager");
    const auto* rule = office_named(program, ending.holding.office);
    const auto* holder = person_on(surroundings, ending.holding.holder);
    letter.about = ending.holding.holder;
    letter.fields.texts["office_title"] = rule && !rule->title.empty() ? rule->title : ending.holding.office;
    if (holder) letter.fields.texts["other_name"] = holder->name;
    letter.fields.texts["until"] = spelt_date(*ending.holding.until);
    return letter;
}

}
