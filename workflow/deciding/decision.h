// SPDX-License-Identifier: MIT
// One decision in the making: the case as it was, the case as it becomes, and what follows. The rooms of
// deciding/ each write a part of it; nothing outside deciding/ sees one.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/deciding/roles.h"
#include "workflow/model/effect.h"
#include "workflow/model/event.h"

namespace mentoring {

struct Decision {
    const Program& program;
    const Case& present;
    const Surroundings& surroundings;
    Instant now;
    Case next;
    std::vector<Effect> effects;
    // The answer that is acted upon, whose it is, and as what she gave it.
    std::optional<Answer> said;
    PersonId writer;
    std::string writer_role;
    Proof proof = Proof::none;
    InboxId mail;
    // Words that no case keeps, for the letters of this decision: "concern".
    std::map<std::string, Words> passing;
    // What answers to its letters are about, where the state does not say.
    Purpose purpose = Purpose::answer;
    // States entered whose letters are still to be ordered.
    std::vector<Visit> entered;
    // Pairing that ended in this decision last: its outcome leads the case on.
    int ended = 0;

    Scene scene() const { return {program, next, surroundings, now}; }
    Scene scene_before() const { return {program, present, surroundings, now}; }
};

Decision begin(const Program& program, const Case& present, const Surroundings& surroundings, Instant now);
// What a person wrote is kept up to so many octets in one place, cut between two characters.
inline constexpr std::size_t words_octets_max = 64 * 1024;
Words bounded(Words words);
void journal(Decision& decision, std::string what);
std::string digits(std::int64_t number);

}
