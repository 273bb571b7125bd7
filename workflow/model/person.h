// SPDX-License-Identifier: MIT
// Somebody on the roster: who she is, where she reads mail, what she offers as a mentor, how she wants to be
// written to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workflow/model/identity.h"
#include "workflow/model/instant.h"

namespace mentoring {

// What a mentor offers, from the form she answered by mail or the imported roster. Nobody without one is
// invited.
struct MentorProfile {
    std::string can_help;                // her own words, matched against requests
    std::string rather_not;              // topics she asked not to be given
    std::vector<std::string> languages;  // "en", "es"
    int capacity = 1;                    // mentees at one time
    std::string when_not;
    std::vector<PersonId> cannot_take;
    bool operator==(const MentorProfile&) const = default;
};

// `gone`: died, left or ill. Every letter to and about her stops.
enum class Standing { active, gone };
// LESS halves what she gets unasked, STOP CHECK-INS ends it.
enum class Mailings { all, fewer, none_unasked };

struct Person {
    PersonId id;
    std::string name;                    // "Dr. Bea Romano"
    std::string greeting;                // how a letter begins: "Dr. Romano", "Bea"
    std::vector<std::string> addresses;  // the first is where we write to
    std::string language = "en";
    std::string zone;  // IANA name; empty: the programme's
    std::string workplace;
    std::string specialty;
    std::string region;
    bool member = true;
    std::optional<MentorProfile> mentor;
    std::optional<Date> paused_until;  // no new mentees before that day
    std::optional<Date> away_until;    // reminders to her rest until that day
    bool held = false;                 // HOLD MENTOR: no new suggestions, nobody sees why
    bool discreet = false;             // subject lines without the programme's name
    bool noticed = false;              // has had the notice of what is kept
    Standing standing = Standing::active;
    Mailings mailings = Mailings::all;
    bool operator==(const Person&) const = default;
};

}
