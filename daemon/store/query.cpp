// SPDX-License-Identifier: MIT
#include "daemon/store/query.h"

#include <cassert>
#include <sstream>

#include "daemon/store/connection.h"

namespace mentoring {

namespace {

template <class Work>
auto mapped(StoreConnection& connection, const char* sql, Work work) {
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        throw connection.failure(exception, sql);
    }
}

}

Query::Query(const Store& store, const char* sql)
    : connection_(store.connection()),
      sql_(sql),
      statement_(mapped(connection_, sql, [&] { return connection_.take(sql); })) {}

Query::~Query() {
    if (statement_) connection_.give(sql_, std::move(statement_));
}

bool Query::next() {
    column_ = 0;
    return mapped(connection_, sql_, [&] { return statement_->executeStep(); });
}

std::int64_t Query::run() {
    return mapped(connection_, sql_, [&] { return std::int64_t{statement_->exec()}; });
}

void Query::put(std::string_view value) {
    statement_->bind(++position_, std::string(value));
}
void Query::put_integer(std::int64_t value) {
    statement_->bind(++position_, value);
}
void Query::put_null() {
    statement_->bind(++position_);
}

void Query::put(const Blob& value) {
    if (value.bytes.empty()) return put_null();
    statement_->bind(++position_, value.bytes.data(), static_cast<int>(value.bytes.size()));
}

void Query::put(const Audience& value) {
    std::string roles;
    for (const std::string& role : value) roles += (roles.empty() ? "" : "\n") + role;
    put(roles);
}

bool Query::is_null() const {
    return statement_->getColumn(column_).isNull();
}
std::int64_t Query::get_integer() {
    return statement_->getColumn(column_++).getInt64();
}
void Query::get(double& value) {
    value = statement_->getColumn(column_++).getDouble();
}
void Query::get(std::string& value) {
    value = statement_->getColumn(column_++).getString();
}

void Query::get(Blob& value) {
    const SQLite::Column column = statement_->getColumn(column_++);
    const void* bytes = column.getBlob();
    value.bytes.assign(static_cast<const char*>(bytes),
                       bytes ? static_cast<std::size_t>(column.getBytes()) : 0);
}

void Query::get(Date& value) {
    std::string text;
    get(text);
    value = date_from_iso(text).value_or(Date{});
}

void Query::get(Audience& value) {
    std::string roles;
    get(roles);
    value.clear();
    std::istringstream lines(roles);
    for (std::string role; std::getline(lines, role);) value.insert(role);
}

std::int64_t next_row(const Store& store, std::string_view table) {
    expect_transaction(store);
    Query last(store, "SELECT seq FROM sqlite_sequence WHERE name = ?");
    last.bind(table);
    return last.next() ? last.value<std::int64_t>() + 1 : 1;
}

void expect_transaction(const Store& store) {
    assert(store.in_transaction());
    static_cast<void>(store);
}

void broken_row(std::string_view table) {
    throw StoreFailure(StoreFailure::Kind::broken,
                       "a row of " + std::string(table) + " has a value nobody wrote");
}

}
