// SPDX-License-Identifier: MIT
#include "daemon/store/evaluations.h"

#include <nlohmann/json.hpp>

#include "daemon/store/query.h"

#define EVALUATION_COLUMNS "id, case_id, program, kept, digest, addressed, how, worded, sealed"

namespace mentoring {

namespace {

Blob sealed(const Store& store, std::int64_t id, const KeepEvaluation& evaluation) {
    nlohmann::json ratings = nlohmann::json::array();
    for (const auto& rating : evaluation.ratings)
        ratings.push_back(rating ? nlohmann::json(*rating) : nlohmann::json());
    const nlohmann::json json{{"ratings", ratings}, {"words", evaluation.words}};
    return {store.sealer().seal({"evaluations", id},
                                json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))};
}

KeepEvaluation opened(const Store& store, std::int64_t id, const Blob& blob) {
    try {
        const auto json = nlohmann::json::parse(store.sealer().open({"evaluations", id}, blob.bytes));
        KeepEvaluation evaluation{{}, json.at("words").get<std::string>()};
        for (const auto& rating : json.at("ratings"))
            evaluation.ratings.push_back(rating.is_null() ? std::nullopt : std::optional(rating.get<int>()));
        return evaluation;
    } catch (const nlohmann::json::exception&) {
        broken_row("evaluations");
    }
}

EvaluationRow row_of(const Store& store, Query& query) {
    EvaluationRow row;
    Blob blob;
    query.read(row.id, row.case_id, row.program, row.kept, row.digest, row.addressed, row.how, row.has_words,
               blob);
    row.ratings = opened(store, row.id, blob).ratings;
    return row;
}

std::vector<EvaluationRow> rows_of(const Store& store, Query& query) {
    std::vector<EvaluationRow> rows;
    while (query.next()) rows.push_back(row_of(store, query));
    return rows;
}

std::optional<KeepEvaluation> kept_under(const Store& store, std::int64_t id) {
    Query query(store, "SELECT sealed FROM evaluations WHERE id = ?");
    query.bind(id);
    if (!query.next()) return std::nullopt;
    return opened(store, id, query.value<Blob>());
}

std::optional<std::int64_t> open_evaluation(const Store& store, CaseId id) {
    Query query(store,
                "SELECT id FROM evaluations WHERE case_id = ? AND digest = '' AND addressed IS NULL "
                "ORDER BY id DESC LIMIT 1");
    query.bind(id);
    if (!query.next()) return std::nullopt;
    return query.value<std::int64_t>();
}

std::vector<std::int64_t> addressed_before(const Store& store, Instant until) {
    Query query(store,
                "SELECT e.id FROM evaluations e LEFT JOIN cases c ON c.id = e.case_id WHERE e.worded = 1 AND "
                "e.addressed < ? AND ifnull(c.legal_hold, 0) = 0");
    query.bind(until);
    std::vector<std::int64_t> ids;
    while (query.next()) ids.push_back(query.value<std::int64_t>());
    return ids;
}

}

std::int64_t Evaluations::keep(CaseId id, std::string_view program, const KeepEvaluation& evaluation,
                               Instant now) {
    expect_transaction(store_);
    const bool worded = !evaluation.words.empty();
    if (const auto row = open_evaluation(store_, id)) {
        Query(store_, "UPDATE evaluations SET kept = ?, worded = ?, sealed = ? WHERE id = ?")
            .bind(now, worded, sealed(store_, *row, evaluation), *row)
            .run();
        return *row;
    }
    const std::int64_t row = next_row(store_, "evaluations");
    Query(store_,
          "INSERT INTO evaluations (id, case_id, program, kept, digest, how, worded, sealed) "
          "VALUES (?, ?, ?, ?, '', '', ?, ?)")
        .bind(row, id, program, now, worded, sealed(store_, row, evaluation))
        .run();
    return row;
}

std::vector<EvaluationRow> Evaluations::kept_between(std::string_view program, Instant from,
                                                     Instant until) const {
    Query query(store_, "SELECT " EVALUATION_COLUMNS
                        " FROM evaluations WHERE program = ? AND kept >= ? AND kept < ? "
                        "ORDER BY kept, id");
    query.bind(program, from, until);
    return rows_of(store_, query);
}

std::vector<EvaluationRow> Evaluations::for_digest(std::string_view program, Instant until) const {
    Query query(store_, "SELECT " EVALUATION_COLUMNS
                        " FROM evaluations WHERE program = ? AND kept < ? AND digest = '' "
                        "ORDER BY kept, id");
    query.bind(program, until);
    return rows_of(store_, query);
}

std::vector<EvaluationRow> Evaluations::of_case(CaseId id) const {
    Query query(store_, "SELECT " EVALUATION_COLUMNS " FROM evaluations WHERE case_id = ? ORDER BY id");
    query.bind(id);
    return rows_of(store_, query);
}

std::string Evaluations::words(std::int64_t id) const {
    const auto evaluation = kept_under(store_, id);
    return evaluation ? evaluation->words : "";
}

void Evaluations::mark_digested(const std::vector<std::int64_t>& ids, std::string_view period) {
    expect_transaction(store_);
    for (const std::int64_t id : ids)
        Query(store_, "UPDATE evaluations SET digest = ? WHERE id = ?").bind(period, id).run();
}

void Evaluations::mark_addressed(std::int64_t id, std::string_view how, Instant now) {
    expect_transaction(store_);
    Query(store_, "UPDATE evaluations SET addressed = ?, how = ? WHERE id = ?").bind(now, how, id).run();
}

std::int64_t Evaluations::erase_words(Instant until) {
    expect_transaction(store_);
    const auto ids = addressed_before(store_, until);
    for (const std::int64_t id : ids) {
        auto evaluation = kept_under(store_, id).value();
        evaluation.words.clear();
        Query(store_, "UPDATE evaluations SET worded = 0, sealed = ? WHERE id = ?")
            .bind(sealed(store_, id, evaluation), id)
            .run();
    }
    return static_cast<std::int64_t>(ids.size());
}

}
