// SPDX-License-Identifier: MIT
#include "workflow/reading/rhythm.h"

#include "workflow/reading/calendar_words.h"

namespace mentoring {

namespace {

constexpr int every_max = 52;

using Unit = Rhythm::Unit;

std::optional<Rhythm> rhythm_of_unit(int count, int unit) {
    if (count < 1 || count > every_max) return std::nullopt;
    switch (unit) {
        case 1:
            return Rhythm{count, Unit::days};
        case 7:
            return Rhythm{count, Unit::weeks};
        case 14:
            return Rhythm{2 * count, Unit::weeks};
        case 30:
            return Rhythm{count, Unit::months};
        case 90:
            return Rhythm{3 * count, Unit::months};
        case 365:
            return Rhythm{12 * count, Unit::months};
        default:
            return std::nullopt;
    }
}

// Twice a month is every two weeks; twice a year every six months.
std::optional<Rhythm> so_often(int times, int unit) {
    if (times == 1) return rhythm_of_unit(1, unit);
    if (times == 2 && unit == 30) return Rhythm{2, Unit::weeks};
    if (times == 2 && unit == 7) return Rhythm{3, Unit::days};
    if (unit == 365 && times >= 2 && times <= 12 && 12 % times == 0) return Rhythm{12 / times, Unit::months};
    return std::nullopt;
}

std::optional<Rhythm> rhythm_at(const CalendarWords& words, std::size_t& at) {
    if (const auto value = words.value(Sense::rhythm, at)) return rhythm_of_unit(1, *value);
    auto place = at;
    if (words.value(Sense::every, place)) {
        words.skip_joints(place);
        const bool other = words.value(Sense::ordinal, place).has_value();
        const auto count = other ? std::optional{2} : words.count(place);
        const auto unit = words.value(Sense::unit, place);
        const auto day = unit ? std::nullopt : words.value(Sense::weekday, place);
        if (!unit && !day) return std::nullopt;
        at = place;
        return rhythm_of_unit(count.value_or(1), unit.value_or(7));
    }
    auto times = words.value(Sense::times, place);
    if (!times) {
        times = words.count(place);
        if (!times || !words.value(Sense::times, place)) return std::nullopt;
    }
    if (!words.value(Sense::per, place) && !words.value(Sense::every, place)) return std::nullopt;
    const auto unit = words.value(Sense::unit, place);
    if (!unit) return std::nullopt;
    at = place;
    return so_often(*times, *unit);
}

}

WrittenRhythm written_rhythm(const Passage& passage) {
    const CalendarWords words(passage);
    WrittenRhythm written;
    for (std::size_t at = 0; at < passage.tokens.size();) {
        auto end = at;
        const auto rhythm = rhythm_at(words, end);
        if (end == at) {
            ++at;
            continue;
        }
        written.places.emplace_back(at, end);
        if (rhythm && written.rhythm && *rhythm != *written.rhythm) written.several = true;
        if (rhythm && !written.rhythm) written.rhythm = rhythm;
        at = end;
    }
    if (written.several) written.rhythm.reset();
    return written;
}

}
