// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "daemon/store/evaluations.h"
#include "daemon/store/query.h"

#define CONCERN_COLUMNS \
    "id, case_id, number, program, reader, raised, digest, addressed, how, made_known, worded, sealed"

namespace mentoring {

namespace {

struct Kept {
    PersonId by;
    std::string words;
};

Blob sealed(const Store& store, std::int64_t id, const Kept& kept) {
    const nlohmann::json json{{"by", kept.by.value}, {"words", kept.words}};
    return {store.sealer().seal({"concerns", id},
                                json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))};
}

Kept opened(const Store& store, std::int64_t id, const Blob& blob) {
    try {
        const auto json = nlohmann::json::parse(store.sealer().open({"concerns", id}, blob.bytes));
        return {{json.at("by").get<std::int64_t>()}, json.at("words").get<std::string>()};
    } catch (const nlohmann::json::exception&) {
        broken_row("concerns");
    }
}

ConcernRow row_of(const Store& store, Query& query) {
    ConcernRow row;
    Blob blob;
    query.read(row.id, row.case_id, row.number, row.program, row.reader, row.raised, row.digest,
               row.addressed, row.how, row.made_known, row.has_words, blob);
    row.by = opened(store, row.id, blob).by;
    return row;
}

std::vector<ConcernRow> rows_of(const Store& store, Query& query) {
    std::vector<ConcernRow> rows;
    while (query.next()) rows.push_back(row_of(store, query));
    return rows;
}

std::optional<Kept> kept_under(const Store& store, std::int64_t id) {
    Query query(store, "SELECT sealed FROM concerns WHERE id = ?");
    query.bind(id);
    if (!query.next()) return std::nullopt;
    return opened(store, id, query.value<Blob>());
}

std::vector<std::int64_t> addressed_before(const Store& store, Instant until) {
    Query query(store,
                "SELECT k.id FROM concerns k LEFT JOIN cases c ON c.id = k.case_id WHERE k.worded = 1 AND "
                "k.addressed < ? AND ifnull(c.legal_hold, 0) = 0");
    query.bind(until);
    std::vector<std::int64_t> ids;
    while (query.next()) ids.push_back(query.value<std::int64_t>());
    return ids;
}

}

std::int64_t Concerns::keep(CaseId id, std::string_view program, const KeepConcern& concern, Instant now) {
    const std::int64_t row = next_row(store_, "concerns");
    Query(store_,
          "INSERT INTO concerns (id, case_id, number, program, reader, raised, digest, how, worded, sealed) "
          "VALUES (?, ?, ?, ?, ?, ?, '', '', ?, ?)")
        .bind(row, id, concern.number, program, concern.reader, now, !concern.words.empty(),
              sealed(store_, row, {concern.by, concern.words}))
        .run();
    return row;
}

std::optional<ConcernRow> Concerns::load(std::int64_t id) const {
    Query query(store_, "SELECT " CONCERN_COLUMNS " FROM concerns WHERE id = ?");
    query.bind(id);
    if (!query.next()) return std::nullopt;
    return row_of(store_, query);
}

std::optional<ConcernRow> Concerns::load(CaseId id, int number) const {
    Query query(store_, "SELECT " CONCERN_COLUMNS " FROM concerns WHERE case_id = ? AND number = ?");
    query.bind(id, number);
    if (!query.next()) return std::nullopt;
    return row_of(store_, query);
}

std::vector<ConcernRow> Concerns::open(std::string_view program) const {
    Query query(store_, "SELECT " CONCERN_COLUMNS
                        " FROM concerns WHERE program = ? AND addressed IS NULL "
                        "ORDER BY raised, id");
    query.bind(program);
    return rows_of(store_, query);
}

std::vector<ConcernRow> Concerns::open_of(CaseId id) const {
    Query query(store_, "SELECT " CONCERN_COLUMNS
                        " FROM concerns WHERE case_id = ? AND addressed IS NULL ORDER BY id");
    query.bind(id);
    return rows_of(store_, query);
}

std::vector<ConcernRow> Concerns::for_digest(std::string_view program, Instant until) const {
    Query query(store_, "SELECT " CONCERN_COLUMNS
                        " FROM concerns WHERE program = ? AND raised < ? AND digest = '' "
                        "ORDER BY raised, id");
    query.bind(program, until);
    return rows_of(store_, query);
}

std::string Concerns::words(std::int64_t id) const {
    const auto kept = kept_under(store_, id);
    return kept ? kept->words : "";
}

void Concerns::pass_on(std::int64_t id, std::string_view reader) {
    expect_transaction(store_);
    Query(store_, "UPDATE concerns SET reader = ? WHERE id = ?").bind(reader, id).run();
}

void Concerns::mark_digested(const std::vector<std::int64_t>& ids, std::string_view period) {
    expect_transaction(store_);
    for (const std::int64_t id : ids)
        Query(store_, "UPDATE concerns SET digest = ? WHERE id = ?").bind(period, id).run();
}

void Concerns::mark_addressed(std::int64_t id, std::string_view how, Instant now) {
    expect_transaction(store_);
    Query(store_, "UPDATE concerns SET addressed = ?, how = ? WHERE id = ?").bind(now, how, id).run();
}

std::vector<ConcernRow> Concerns::unanswered(std::string_view program, Instant until) const {
    Query query(store_, "SELECT " CONCERN_COLUMNS
                        " FROM concerns WHERE program = ? AND raised < ? AND "
                        "addressed IS NULL AND made_known IS NULL ORDER BY raised, id");
    query.bind(program, until);
    return rows_of(store_, query);
}

void Concerns::mark_made_known(std::int64_t id, Instant now) {
    expect_transaction(store_);
    Query(store_, "UPDATE concerns SET made_known = ? WHERE id = ?").bind(now, id).run();
}

std::int64_t Concerns::erase_words(Instant until) {
    expect_transaction(store_);
    const auto ids = addressed_before(store_, until);
    for (const std::int64_t id : ids)
        Query(store_, "UPDATE concerns SET worded = 0, sealed = ? WHERE id = ?")
            .bind(sealed(store_, id, {kept_under(store_, id).value().by, {}}), id)
            .run();
    return static_cast<std::int64_t>(ids.size());
}

}
