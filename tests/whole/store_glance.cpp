// SPDX-License-Identifier: MIT
#include "tests/whole/store_glance.h"

#include <sqlite3.h>

#include <memory>

namespace mentoring {

namespace {

struct Closing {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

std::string row_of(sqlite3_stmt* statement) {
    std::string row;
    for (int column = 0; column < sqlite3_column_count(statement); ++column) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
        row += (column == 0 ? "" : " | ") + std::string(text ? text : "–");
    }
    return row;
}

}

std::vector<std::string> rows_in_store(const std::filesystem::path& file, const std::string& query) {
    sqlite3* opened = nullptr;
    sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, Closing> database(opened);
    sqlite3_busy_timeout(opened, 1000);
    sqlite3_stmt* prepared = nullptr;
    sqlite3_prepare_v2(opened, query.c_str(), -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, Closing> statement(prepared);
    std::vector<std::string> rows;
    while (prepared && sqlite3_step(prepared) == SQLITE_ROW) rows.push_back(row_of(prepared));
    return rows;
}

}
