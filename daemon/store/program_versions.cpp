// SPDX-License-Identifier: MIT
#include "daemon/store/program_versions.h"

#include "daemon/store/query.h"

namespace mentoring {

int ProgramVersions::version_of(std::string_view program, std::string_view structure, Instant now) {
    expect_transaction(store_);
    Query known(store_, "SELECT version FROM program_versions WHERE program = ? AND structure = ?");
    known.bind(program, structure);
    if (known.next()) return known.value<int>();
    const int version = latest(program) + 1;
    Query(store_, "INSERT INTO program_versions (program, version, structure, added) VALUES (?, ?, ?, ?)")
        .bind(program, version, structure, now)
        .run();
    return version;
}

std::optional<std::string> ProgramVersions::structure(std::string_view program, int version) const {
    Query query(store_, "SELECT structure FROM program_versions WHERE program = ? AND version = ?");
    query.bind(program, version);
    if (!query.next()) return std::nullopt;
    return query.value<std::string>();
}

int ProgramVersions::latest(std::string_view program) const {
    Query query(store_, "SELECT ifnull(max(version), 0) FROM program_versions WHERE program = ?");
    query.bind(program).next();
    return query.value<int>();
}

}
