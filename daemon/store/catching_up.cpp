// SPDX-License-Identifier: MIT
#include "daemon/store/catching_up.h"

#include "daemon/store/markers.h"

namespace mentoring {

namespace {

constexpr std::string_view deciding = "deciding";

std::string marker(std::string_view mailbox) {
    return "catching up " + std::string(mailbox);
}

}

void CatchingUp::begin(std::string_view mailbox, Instant restored) {
    Markers(store_).set(marker(mailbox), "reading", restored);
}

void CatchingUp::read_to_its_end(std::string_view mailbox) {
    if (const auto since = restored(mailbox)) Markers(store_).set(marker(mailbox), deciding, *since);
}

void CatchingUp::over(std::string_view mailbox) {
    Markers(store_).clear(marker(mailbox));
}

std::optional<CatchingUp::Stage> CatchingUp::stage(std::string_view mailbox) const {
    const auto value = Markers(store_).value(marker(mailbox));
    if (!value) return std::nullopt;
    return *value == deciding ? Stage::deciding : Stage::reading;
}

std::optional<Instant> CatchingUp::restored(std::string_view mailbox) const {
    return Markers(store_).when(marker(mailbox));
}

}
