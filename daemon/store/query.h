// SPDX-License-Identifier: MIT
// One run of a prepared statement: bind values from left to right, read columns from left to right. An id of
// 0 is NULL and back; an Instant is seconds since 1970, a Date its ISO text, an Audience its roles, one a
// line.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "daemon/store/store.h"
#include "workflow/model/audience.h"
#include "workflow/model/identity.h"
#include "workflow/model/instant.h"

namespace mentoring {

// Sealed bytes; NULL when empty.
struct Blob {
    std::string bytes;
};

class Query {
public:
    Query(const Store& store, const char* sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    template <class... Values>
    Query& bind(const Values&... values) {
        (put(values), ...);
        return *this;
    }
    bool next();         // true: a row is there to be read
    std::int64_t run();  // for statements without rows: how many they changed

    template <class... Values>
    void read(Values&... values) {
        column_ = 0;
        (get(values), ...);
    }
    template <class Value>
    Value value() {  // the only column of the row
        Value value{};
        read(value);
        return value;
    }

private:
    void put(std::string_view value);
    void put(const std::string& value) { put(std::string_view(value)); }
    void put(const char* value) { put(std::string_view(value)); }
    void put_integer(std::int64_t value);
    void put_null();
    void put(const Blob& value);
    void put(Instant value) { put_integer(value.time_since_epoch().count()); }
    void put(Date value) { put(iso_date(value)); }
    void put(const Audience& value);
    template <class Integer>
    requires std::is_integral_v<Integer>
    void put(Integer value) { put_integer(static_cast<std::int64_t>(value)); }
    template <class Id>
    requires std::is_same_v<decltype(Id::value), std::int64_t>
    void put(Id id) {
        if (id.value == 0) return put_null();
        put_integer(id.value);
    }
    template <class Value>
    void put(const std::optional<Value>& value) {
        if (!value) return put_null();
        put(*value);
    }

    bool is_null() const;
    std::int64_t get_integer();
    void get(std::string& value);
    void get(Blob& value);
    void get(Instant& value) { value = Instant{std::chrono::seconds{get_integer()}}; }
    void get(Date& value);
    void get(Audience& value);
    template <class Integer>
    requires std::is_integral_v<Integer>
    void get(Integer& value) { value = static_cast<Integer>(get_integer()); }
    void get(double& value);
    template <class Id>
    requires std::is_same_v<decltype(Id::value), std::int64_t>
    void get(Id& id) { id.value = get_integer(); }
    template <class Value>
    void get(std::optional<Value>& value) {
        if (is_null()) {
            value.reset();
            ++column_;
            return;
        }
        get(value.emplace());
    }

    StoreConnection& connection_;
    const char* sql_;
    std::unique_ptr<SQLite::Statement> statement_;
    int position_ = 0;
    int column_ = 0;
};

// The id that the next row of an AUTOINCREMENT table gets; needed before the row, since its seal binds it.
std::int64_t next_row(const Store& store, std::string_view table);
// Our own mistake to write without one.
void expect_transaction(const Store& store);
[[noreturn]] void broken_row(std::string_view table);

}
