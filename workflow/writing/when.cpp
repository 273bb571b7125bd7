// SPDX-License-Identifier: MIT
#include "workflow/writing/when.h"

#include <algorithm>

#include "workflow/deciding/moves.h"
#include "workflow/deciding/waits.h"

namespace mentoring {

namespace {

void earliest(std::optional<Instant>& found, Instant due) {
    if (!found || due < *found) found = due;
}

// The first wait of the visit that does not merely remind.
std::optional<Instant> deadline(const Scene& scene, const Visit& visit) {
    std::optional<Instant> found;
    for (const auto& wait : scene.of.waits) {
        const auto* row = wait.step == visit.step ? row_of(*visit.state, wait.name) : nullptr;
        if (row && decisive(*row) && row->from == WaitFrom::entry) earliest(found, wait.due);
    }
    return found;
}

bool goes_to(const Scene& scene, const Visit& visit, const LetterOrder& order, PersonId person) {
    const auto to = order.to.empty() ? std::string("owner") : order.to;
    const auto people = persons_in(scene, visit, to == "both" ? "owner" : to);
    return to == "both" || std::find(people.begin(), people.end(), person) != people.end();
}

bool reaches(const Scene& scene, const Visit& visit, const Wait& wait, PersonId person) {
    if (wait.name == cadence_wait) return visit.pairing != 0;
    const auto* row = row_of(*visit.state, wait.name);
    if (!row) return false;
    return std::any_of(row->letters.begin(), row->letters.end(),
                       [&](const LetterOrder& each) { return goes_to(scene, visit, each, person); });
}

// When the first wait writes to her, whatever it is about.
std::optional<Instant> hears_next(const Scene& scene, PersonId person) {
    std::optional<Instant> found;
    for (const auto& visit : visits(scene.program, scene.of)) {
        const auto* pairing = pairing_numbered(scene.of, visit.pairing);
        const bool hers = !pairing || pairing->mentor == person || scene.of.mentee == person;
        for (const auto& wait : scene.of.waits)
            if (hers && wait.step == visit.step && reaches(scene, visit, wait, person))
                earliest(found, wait.due);
    }
    return found;
}

bool asks_her(const Scene& scene, const Visit& visit, PersonId person) {
    const auto own = owners(scene, visit);
    return std::find(own.begin(), own.end(), person) != own.end() &&
           !moves_at(scene, visit, person).empty() && !visit.state->cadence;
}

}

std::optional<Instant> answer_by(const Scene& scene, const Letter& letter) {
    if (letter.purpose == Purpose::challenge && scene.of.unproven) return scene.of.unproven->until;
    const auto found = find_visit(scene.program, scene.of, letter.step);
    if (found && asks_her(scene, found->visit, letter.recipient))
        if (const auto due = deadline(scene, found->visit)) return due;
    const bool of_office = office_named(scene.program, letter.role) != nullptr;
    return of_office ? std::nullopt : hears_next(scene, letter.recipient);
}

}
