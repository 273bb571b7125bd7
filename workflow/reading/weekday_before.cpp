// SPDX-License-Identifier: MIT
#include "workflow/reading/weekday_before.h"

#include "workflow/reading/calendar.h"

namespace mentoring {

namespace {

bool has_figure(const Passage& passage, const WrittenDate& date) {
    for (auto at = date.first; at < date.last; ++at)
        if (passage.tokens[at].kind == Token::Kind::number) return true;
    return false;
}

std::optional<int> weekday_at_its_left(const Passage& passage, std::size_t at) {
    if (at > 0 && passage.tokens[at - 1].text == ",") --at;
    const auto sign = at > 0 ? passage.sign_at(Sense::weekday, at - 1) : std::nullopt;
    return sign ? std::optional{sign->value} : std::nullopt;
}

}

void choose_by_weekday(const Passage& passage, WrittenDate& date) {
    if (!has_figure(passage, date)) return;
    const auto said = weekday_at_its_left(passage, date.first);
    if (!said) return;
    const auto falls = [&](const std::optional<Date>& day) { return day && weekday_of(*day) == *said; };
    if (!falls(date.past) && !falls(date.to_come)) {
        date.ambiguous = true;
        return;
    }
    if (!falls(date.past)) date.past.reset();
    if (!falls(date.to_come)) date.to_come.reset();
}

}
