// SPDX-License-Identifier: MIT
#include "workflow/deciding/audience.h"

#include <algorithm>

namespace mentoring {

bool may_read(const Scene& scene, const Words& words, PersonId reader) {
    if (reader == PersonId{}) return false;
    if (words.writer == reader) return true;
    const auto roles = roles_of(scene, reader);
    return std::any_of(roles.begin(), roles.end(),
                       [&](const std::string& role) { return words.readers.contains(role); });
}

std::optional<std::string> breach(const Scene& scene, const Letter& letter) {
    for (const auto& [name, words] : letter.fields.words)
        if (!may_read(scene, words, letter.recipient)) return name;
    return std::nullopt;
}

}
