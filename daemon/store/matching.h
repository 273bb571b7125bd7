// SPDX-License-Identifier: MIT
// How well mentors' profiles meet the words of a request: bm25 over an FTS5 index that lives in memory only,
// made from the sealed profiles and renewed when one of them changes. Any text is welcome; at most
// match_terms_max of its words are looked for, stop words of English, Spanish and French are not.
#pragma once

#include <string_view>
#include <vector>

#include "daemon/store/store.h"
#include "workflow/model/surroundings.h"

namespace mentoring {

inline constexpr std::size_t match_terms_max = 256;
inline constexpr std::size_t matches_max = 200;

// Best first; everybody whose profile shares at least one word. Held, paused and full mentors are not left
// out: that is decided elsewhere.
std::vector<Match> match_mentors(Store& store, std::string_view words);

}
