// SPDX-License-Identifier: MIT
#include "workflow/deciding/decision.h"

namespace mentoring {

Decision begin(const Program& program, const Case& present, const Surroundings& surroundings, Instant now) {
    Decision decision{program, present, surroundings, now, present,         {}, {}, {},
                      {},      {},      {},           {},  Purpose::answer, {}, 0};
    decision.next.decisions += 1;
    return decision;
}

Words bounded(Words words) {
    if (words.text.size() <= words_octets_max) return words;
    std::size_t end = words_octets_max;
    while (end > 0 && (static_cast<unsigned char>(words.text[end]) & 0xc0) == 0x80) --end;
    words.text.resize(end);
    return words;
}

void journal(Decision& decision, std::string what) {
    decision.effects.emplace_back(JournalLine{std::move(what)});
}

std::string digits(std::int64_t number) {
    return std::to_string(number);
}

}
