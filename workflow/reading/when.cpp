// SPDX-License-Identifier: MIT
#include "workflow/reading/when.h"

#include <algorithm>
#include <array>

#include "workflow/reading/calendar.h"
#include "workflow/reading/calendar_words.h"
#include "workflow/reading/weekday_before.h"

namespace mentoring {

namespace {

constexpr int plausible_days_back = 183;
constexpr int plausible_days_ahead = 550;
constexpr int recent_days_back = 31;
constexpr int old_days_back = 60;

using Relation = WrittenDate::Relation;

class Finder {
public:
    Finder(const Passage& passage, Date today) : words_(passage), passage_(passage), today_(today) {}

    std::vector<WrittenDate> all() {
        for (std::size_t at = 0; at < passage_.tokens.size() && dates_.size() < written_dates_max;) {
            date_ = {};
            at_ = at;
            if (numeric() || day_and_month() || month_and_day() || part_of() || month_alone() || weekday() ||
                relative() || span() || unit() || day_alone() || holiday() || year_alone()) {
                date_.first = at;
                date_.last = at_;
                choose_by_weekday(passage_, date_);
                relate();
                dates_.push_back(date_);
                at = std::max(at_, at + 1);
            } else {
                ++at;
            }
        }
        return std::move(dates_);
    }

private:
    void exactly(Date date) { (date <= today_ ? date_.past : date_.to_come) = date; }

    // A day of the year, with or without its year.
    bool set(std::optional<int> year, int month, int day) {
        if (year) {
            const auto date = date_of(*year, month, day);
            if (date) exactly(*date);
            return date.has_value();
        }
        date_.past = latest(today_, month, day);
        date_.to_come = earliest(today_, month, day);
        return date_.past.has_value();
    }

    // 2026-11-03, 3.11.2026, 11/3, 11/3/26.
    bool numeric() {
        const auto figures = words_.figures(at_);
        if (figures.size() < 2 || figures.size() > 3) return false;
        const std::size_t end = at_ + figures.size() * 2 - 1;
        if (figures.size() == 3 && figures[0] > 999) {
            if (!set(figures[0], figures[1], figures[2])) return false;
        } else if (!both_orders(figures)) {
            return false;
        }
        at_ = end;
        return true;
    }

    bool both_orders(const std::vector<int>& figures) {
        std::optional<int> year;
        if (figures.size() == 3) year = figures[2] < 100 ? figures[2] + 2000 : figures[2];
        const auto read = [&](int month, int day) {
            WrittenDate outer = date_;
            date_ = {};
            const bool possible = month >= 1 && month <= 12 && set(year, month, day);
            const auto result = date_;
            date_ = outer;
            return possible ? std::optional{result} : std::nullopt;
        };
        const auto day_first = read(figures[1], figures[0]), month_first = read(figures[0], figures[1]);
        if (!day_first && !month_first) return false;
        if (day_first && month_first && figures[0] != figures[1]) {
            choose(*day_first, *month_first);
        } else {
            date_ = day_first ? *day_first : *month_first;
        }
        return true;
    }

    // 11/9, written on 20 November: of the ninth, and not of a day two months ago.
    std::optional<Date> only_recent(std::optional<Date> left, std::optional<Date> right) const {
        if (!left || !right) return std::nullopt;
        const auto is_recent = [&](Date date) { return days_between(date, today_) <= recent_days_back; };
        const auto is_old = [&](Date date) { return days_between(date, today_) > old_days_back; };
        if (is_recent(*left) && is_old(*right)) return left;
        return is_recent(*right) && is_old(*left) ? right : std::nullopt;
    }

    // Where both orders give a day, the language decides, or the one that is plausible.
    void choose(const WrittenDate& day_first, const WrittenDate& month_first) {
        if (words_.writes_day_first()) {
            date_ = day_first;
            return;
        }
        const auto plausible = [&](std::optional<Date> date) {
            if (!date) return false;
            const int days = days_between(today_, *date);
            return days >= -plausible_days_back && days <= plausible_days_ahead;
        };
        const auto pick = [&](std::optional<Date> left, std::optional<Date> right) -> std::optional<Date> {
            if (plausible(left) == plausible(right)) {
                if (plausible(left)) date_.ambiguous = true;
                return right;
            }
            return plausible(left) ? left : right;
        };
        const auto recent = only_recent(day_first.past, month_first.past);
        date_.past = recent ? recent : pick(day_first.past, month_first.past);
        const bool past_is_ambiguous = date_.ambiguous;
        date_.to_come = pick(day_first.to_come, month_first.to_come);
        date_.ambiguous = past_is_ambiguous || (date_.ambiguous && day_first.to_come != month_first.to_come);
        date_.past_is_sure = !past_is_ambiguous;
    }

    // "12 November", "the 12th of November 2026", "le 1er mai".
    bool day_and_month() {
        auto at = at_;
        const auto day = words_.day(at);
        if (!day) return false;
        words_.skip_joints(at);
        const auto month = words_.month(at);
        if (!month) return false;
        const auto year = words_.year_after(at);
        if (!set(year, *month, *day)) date_.ambiguous = set(year, *month, 1);  // "30 February"
        at_ = at;
        return true;
    }

    // "Nov. 12, 2026", "November 12th".
    bool month_and_day() {
        auto at = at_;
        const auto month = words_.month(at);
        if (!month) return false;
        if (at < passage_.tokens.size() && passage_.tokens[at].text == ".") ++at;
        words_.skip(at, "the");
        const auto day = words_.day(at);
        if (!day) return false;
        const auto year = words_.year_after(at);
        if (!set(year, *month, *day)) return false;
        at_ = at;
        return true;
    }

    // "mid March", "the end of the year", "fin mai", "end of next month".
    bool part_of() {
        auto at = at_;
        const auto part = words_.value(Sense::part, at);
        if (!part) return false;
        words_.skip_joints(at);
        words_.skip_joints(at);
        if (const auto month = words_.month(at)) {
            const auto year = words_.year_after(at);
            const auto reference = earliest(today_, *month, 28);
            const int in_year = year ? *year : static_cast<int>(reference->year());
            const int day =
                *part == 31
                    ? static_cast<int>(static_cast<unsigned>(last_day_of_month(in_year, *month).day()))
                    : *part;
            if (!set(year, *month, day)) return false;
            at_ = at;
            return true;
        }
        return part_of_unit(at, *part);
    }

    bool part_of_unit(std::size_t at, int part) {
        const bool next_before = words_.value(Sense::next, at).has_value();
        const auto unit = words_.value(Sense::unit, at);
        if (!unit || *unit < 30) return false;
        const bool next = next_before || words_.value(Sense::next, at).has_value();
        Date day = today_;
        if (*unit == 30) {
            const auto month =
                plus_months(Date{today_.year(), today_.month(), std::chrono::day{1}}, next ? 1 : 0);
            const int length = static_cast<int>(static_cast<unsigned>(
                last_day_of_month(static_cast<int>(month.year()),
                                  static_cast<int>(static_cast<unsigned>(month.month())))
                    .day()));
            day = plus_days(month, (part == 31 ? length : part) - 1);
        } else {
            const int year = static_cast<int>(today_.year()) + (next ? 1 : 0);
            day = *date_of(year, part == 31 ? 12 : part == 15 ? 7 : 1, part == 31 ? 31 : 1);
        }
        exactly(day);
        at_ = at;
        return true;
    }

    bool month_alone() {
        auto at = at_;
        const bool next = words_.value(Sense::next, at).has_value();
        const auto month = words_.month(at);
        if (!month || (!next && !words_.is_surely_a_month(at_))) return false;
        const auto year = words_.year_after(at);
        if (!year && !words_.figures(at).empty()) return false;  // "February 30" is no day
        if (!set(year, *month, 1)) return false;
        if (!year && static_cast<unsigned>(today_.month()) == static_cast<unsigned>(*month))
            date_.ambiguous = true;
        date_.precision = WrittenDate::Precision::month;
        at_ = at;
        return true;
    }

    bool weekday() {
        auto at = at_;
        const bool next = words_.value(Sense::next, at).has_value();
        const bool last = !next && words_.value(Sense::last, at).has_value();
        const auto day = words_.value(Sense::weekday, at);
        if (!day) return false;
        const bool next_after = words_.value(Sense::next, at).has_value();
        const bool last_after = !next_after && words_.value(Sense::last, at).has_value();
        auto dated = at;
        words_.skip(dated, ",");
        if (date_follows(dated)) return false;
        nearest_weekday(*day);
        if (next || next_after) {
            date_.past.reset();
            date_.ambiguous = days_between(today_, *date_.to_come) <= 2;
        } else if (last || last_after) {
            date_.to_come.reset();
        } else {
            date_.ambiguous = weekday_of(today_) == *day;
        }
        words_.week_after(at, next_after || last_after, date_.ambiguous);
        at_ = at;
        return true;
    }

    // "Tuesday, November 3": the date says it, the weekday only repeats it.
    bool date_follows(std::size_t at) {
        auto probe = at;
        words_.skip_joints(probe);
        if (words_.month(probe)) return words_.day(probe).has_value();
        if (!words_.figures(probe).empty() && words_.figures(probe).size() > 1) return true;
        if (!words_.day(probe)) return false;
        words_.skip_joints(probe);
        return words_.month(probe).has_value() || true;
    }

    void nearest_weekday(int day) {
        const int ahead = (day - weekday_of(today_) + 7) % 7;
        date_.to_come = plus_days(today_, ahead == 0 ? 7 : ahead);
        date_.past = plus_days(today_, ahead - 7);
    }

    bool relative() {
        auto at = at_;
        const auto days = words_.value(Sense::relative_day, at);
        if (!days) return false;
        exactly(plus_days(today_, *days));
        at_ = at;
        return true;
    }

    // "three days ago", "hace tres días", "for three weeks", "in two months".
    bool span() {
        auto at = at_;
        const bool ago_before = words_.value(Sense::ago_before, at).has_value();
        const bool within = !ago_before && words_.value(Sense::within, at).has_value();
        if (within) words_.skip_joints(at), words_.value(Sense::next, at);
        const auto count = words_.count(at);
        if (!count) return false;
        words_.value(Sense::next, at);
        const auto unit = words_.value(Sense::unit, at);
        if (!unit || *count < 1 || *count > 400) return false;
        const bool ago = ago_before || words_.value(Sense::ago, at).has_value();
        const bool ahead = !ago && !within && words_.from_today(at);
        if (!ago && !within && !ahead) return false;
        moved(ago ? -*count : *count, *unit);
        date_.relation = within ? Relation::within : Relation::at;
        const bool to_the_day = ago && words_.value(Sense::relative_day, at) == 0;  // "a week ago today"
        date_.ambiguous = ago && *unit != 1 && !to_the_day;
        at_ = at;
        return true;
    }

    void moved(int count, int unit) {
        exactly(unit == 30    ? plus_months(today_, count)
                : unit == 365 ? plus_months(today_, count * 12)
                              : plus_days(today_, count * unit));
    }

    // "next week", "last month".
    bool unit() {
        auto at = at_;
        bool next = words_.value(Sense::next, at).has_value();
        bool last = !next && words_.value(Sense::last, at).has_value();
        const auto unit = words_.value(Sense::unit, at);
        if (!unit) return false;
        if (!next && !last) {
            next = words_.value(Sense::next, at).has_value();
            last = !next && words_.value(Sense::last, at).has_value();
        }
        if (!next && !last) return false;
        if (next && *unit == 30) {
            exactly(plus_months(Date{today_.year(), today_.month(), std::chrono::day{1}}, 1));
        } else if (next && *unit == 365) {
            exactly(*date_of(static_cast<int>(today_.year()) + 1, 1, 1));
        } else if (next && *unit == 7) {
            nearest_weekday(1);
            date_.past.reset();
        }
        date_.ambiguous = last;
        date_.precision = WrittenDate::Precision::month;
        at_ = at;
        return true;
    }

    // "the 15th".
    bool day_alone() {
        auto at = at_;
        const auto day = words_.ordinal_day(at);
        if (!day) return false;
        const int this_month = static_cast<int>(static_cast<unsigned>(today_.month()));
        const int this_year = static_cast<int>(today_.year());
        for (int months = 0; months <= 2 && (!date_.past || !date_.to_come); ++months) {
            const auto back = date_of(this_month > months ? this_year : this_year - 1,
                                      (this_month - months + 11) % 12 + 1, *day);
            const auto ahead = date_of(this_month + months > 12 ? this_year + 1 : this_year,
                                       (this_month + months - 1) % 12 + 1, *day);
            if (!date_.past && back && *back <= today_) date_.past = back;
            if (!date_.to_come && ahead && *ahead > today_) date_.to_come = ahead;
        }
        at_ = at;
        return true;
    }

    bool holiday() {
        auto at = at_;
        const auto day = words_.value(Sense::holiday, at);
        if (!day || !set(words_.year_after(at), *day / 100, *day % 100)) return false;
        at_ = at;
        return true;
    }

    // "until 2027"
    bool year_alone() {
        auto at = at_;
        if (at == 0 || !passage_.has(Sense::until, at - 1, at)) return false;
        const auto year = words_.year(at);
        if (!year) return false;
        exactly(*date_of(*year, 1, 1));
        at_ = at;
        return true;
    }

    // The word before says how the day is meant; small words may stand between.
    void relate() {
        auto before = date_.first;
        for (int skipped = 0; before > 0 && skipped < 4; ++skipped) {
            --before;
            for (const auto& sign : passage_.signs) {
                if (sign.last != before + 1) continue;
                if (sign.sense == Sense::until) return found_relation(Relation::until, sign.first);
                if (sign.sense == Sense::from) return found_relation(Relation::from, sign.first);
            }
            if (!words_.is_small(before) && !passage_.has(Sense::weekday, before, before + 1)) return;
        }
    }

    void found_relation(Relation relation, std::size_t first) {
        if (relation == Relation::from && first > 0)
            for (const auto& sign : passage_.signs)
                if (sign.last == first && sign.sense == Sense::until) date_.ambiguous = true;
        date_.relation = relation;
        date_.first = first;
    }

    CalendarWords words_;
    const Passage& passage_;
    Date today_;
    WrittenDate date_;
    std::size_t at_ = 0;
    std::vector<WrittenDate> dates_;
};

}

std::vector<WrittenDate> written_dates(const Passage& passage, Date today) {
    return Finder(passage, today).all();
}

}
