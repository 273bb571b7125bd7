// SPDX-License-Identifier: MIT
#include "daemon/store/surroundings.h"

#include "daemon/store/matching.h"
#include "daemon/store/people.h"

namespace mentoring {

namespace {

std::string words_of_mentee(const Case& of) {
    std::string words;
    for (const auto& [name, each] : of.words)
        if (each.writer == of.mentee) words += each.text + '\n';
    return words;
}

std::vector<PersonId> mentors_of_ended_pairings(const Case& of) {
    std::vector<PersonId> mentors;
    for (const Pairing& pairing : of.pairings)
        if (!pairing.outcome.empty()) mentors.push_back(pairing.mentor);
    return mentors;
}

}

Surroundings read_surroundings(Store& store, std::string_view program, const Case& of,
                               std::string_view brought) {
    const People roster(store);
    Surroundings surroundings;
    for (Person& person : roster.all()) surroundings.people.emplace(person.id, std::move(person));
    surroundings.offices = roster.offices(program);
    surroundings.loads = roster.loads();
    surroundings.matches = match_mentors(store, words_of_mentee(of).append(brought));
    surroundings.earlier_mentors = mentors_of_ended_pairings(of);
    return surroundings;
}

}
