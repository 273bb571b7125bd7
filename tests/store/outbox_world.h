// SPDX-License-Identifier: MIT
// A case of Ana's and letters to her and Bea.
#pragma once

#include <vector>

#include "tests/store/store_world.h"

namespace mentoring::outbox_world {

using namespace store_world;

struct World {
    Store store{":memory:", keys()};
    Outbox outbox{store};
    PersonId ana = committed(store, [&] { return People(store).add(person("Ana", "ana@x.org")); });
    PersonId bea = committed(store, [&] { return People(store).add(person("Bea", "bea@x.org")); });
    CaseId id =
        committed(store, [&] { return Cases(store).add(opened("2026-001", ana, ""), program(), at(0)); });

    std::int64_t queue(const NewLetter& each, Instant now = at(0)) {
        return committed(store, [&] { return outbox.enqueue(each, now).id; });
    }
    std::int64_t queue(int decision) { return queue(letter(id, decision, ana, "welcome")); }
    std::vector<std::int64_t> claim(Instant now, const SendingLimits& limits = {}) {
        std::vector<std::int64_t> ids;
        for (const ClaimedLetter& each : outbox.claim("manager", limits, now)) ids.push_back(each.row.id);
        return ids;
    }
    OutboxRow row(std::int64_t letter_id) { return outbox.load(letter_id).value(); }
};

using Ids = std::vector<std::int64_t>;

}
