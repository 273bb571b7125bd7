// SPDX-License-Identifier: MIT
#include "daemon/store/markers.h"

#include "daemon/store/query.h"

namespace mentoring {

void Markers::set(std::string_view name, std::string_view value, Instant now) {
    expect_transaction(store_);
    Query(store_, "INSERT OR REPLACE INTO markers (name, value, at) VALUES (?, ?, ?)")
        .bind(name, value, now)
        .run();
}

std::optional<std::string> Markers::value(std::string_view name) const {
    Query query(store_, "SELECT value FROM markers WHERE name = ?");
    query.bind(name);
    if (!query.next()) return std::nullopt;
    return query.value<std::string>();
}

std::optional<Instant> Markers::when(std::string_view name) const {
    Query query(store_, "SELECT at FROM markers WHERE name = ?");
    query.bind(name);
    if (!query.next()) return std::nullopt;
    return query.value<Instant>();
}

bool Markers::was_set_within(std::string_view name, std::chrono::seconds span, Instant now) const {
    const auto last = when(name);
    return last && now >= *last && now - *last < span;
}

bool Markers::first_time(std::string_view name, Instant now) {
    expect_transaction(store_);
    return Query(store_, "INSERT OR IGNORE INTO markers (name, value, at) VALUES (?, '', ?)")
               .bind(name, now)
               .run() > 0;
}

bool Markers::clear(std::string_view name) {
    expect_transaction(store_);
    return Query(store_, "DELETE FROM markers WHERE name = ?").bind(name).run() > 0;
}

}
